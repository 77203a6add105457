#!/usr/bin/env python3
"""reliability.py GOLD REPORTS: how often quotations are right that say how sure they are, by tenth of confidence.

Right is a quotation where GOLD has an attribution whose content shares half of the letters (intersection over union)
and whose source shares a letter, or neither names a source. Prints a table, then `strong precision` and `strong share`:
of the quotations at .7 or above, the share that is right; and of all quotations, the share that stands there."""
import json
import sys

gold, reports = sys.argv[1:3]
GOLD = {d["id"]: d for d in map(json.loads, open(gold, encoding="utf8"))}
count = {}
for report in map(json.loads, open(reports, encoding="utf8")):
    text = GOLD[report["id"]]["text"]
    chars = lambda spans: {k for s, e in spans for k in range(s, e) if text[k].isalnum()}
    known = [(chars(a["content"]), chars(a["source"])) for a in GOLD[report["id"]]["attributions"] if a["content"]]
    for q in report["quotations"]:
        c, s = chars(q["content"]), chars(q["source"])
        right = any(len(c & x) * 2 >= len(c | x) and (s & y or not s and not y) for x, y in known)
        for kind in (q["kind"], "all"):
            n = count.setdefault((kind, min(9, int(q["confidence"] * 10))), [0, 0, 0.0])
            n[0] += 1
            n[1] += bool(right)
            n[2] += q["confidence"]
for (kind, tenth), (n, right, said) in sorted(count.items()):
    print(f"# {kind:9} .{tenth}  {n:5}  said {said / n:.2f}  right {right / n:.2f}")
strong = [v for (kind, tenth), v in count.items() if kind == "all" and tenth >= 7]
every = sum(v[0] for (kind, _), v in count.items() if kind == "all")
print("strong precision", round(sum(v[1] for v in strong) / max(1, sum(v[0] for v in strong)), 4))
print("strong share", round(sum(v[0] for v in strong) / max(1, every), 4))
