"""trafilatura on saved pages, for `cargo xtask bench pages`. Arguments: INPUTS OUTPUT; a {"id", "html", "url"} a line comes in, a
row for the scorer goes out, the median time per page is printed."""

import json
import statistics
import sys
import time

import trafilatura

times = []
with open(sys.argv[1], encoding="utf-8") as lines, open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in lines:
        page = json.loads(line)
        began = time.perf_counter()
        try:
            found = trafilatura.bare_extraction(page["html"], url=page.get("url"), with_metadata=True)
        except Exception:  # a page that it can't read is an empty row
            found = None
        times.append(1000 * (time.perf_counter() - began))
        row = {"id": page["id"]}
        if found is not None:
            d = found.as_dict()
            authors = [a.strip() for a in (d.get("author") or "").split(";") if a.strip()]
            row |= {"title": d.get("title"), "authors": authors, "published": d.get("date"), "outlet": {"name": d.get("sitename")}, "text": d.get("text")}
        out.write(json.dumps(row) + "\n")
print(f"trafilatura {statistics.median(times):.3f}")
