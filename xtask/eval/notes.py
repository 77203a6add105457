"""Scores what pages say about themselves: notes.py SAIDBY PAGES ANNOTATIONS [--errors]; prints a name and a value a line.

A mark is right where its words share at least half with an annotated span of its kind (F of the words), wherever on the page
they stand: the same credit is often printed twice, and which of the two is read doesn't matter. `maybe` spans count neither way.
Pages fall into two halves by a hash of their file's name: rules are tuned on `tuned`, `held` is only counted.
An annotation whose hash no longer fits the page's text is an error: then the page or the way of counting changed."""
import collections
import hashlib
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import page_text  # noqa: E402

KINDS = ["author-affiliation", "disclosure", "wire-credit", "image-credit", "correction", "contact", "sponsored"]


def norm(text):
    return re.sub(r"\W+", " ", text.casefold()).strip()


def half(file):
    return "tuned" if hashlib.sha256(b"half:" + file.encode()).digest()[0] % 2 == 0 else "held"


def alike(a, b):
    x, y = collections.Counter(a.split()), collections.Counter(b.split())
    n = sum((x & y).values())
    return n > 0 and 2 * n >= 0.5 * (sum(x.values()) + sum(y.values()))


def reports(saidby, rows, texts):
    lines = "".join(json.dumps({"id": r["file"], "html": texts[r["file"]], "url": r.get("url")}) + "\n" for r in rows)
    command = [saidby, "annotate", "-", "--input", "jsonl", "--format", "jsonl", "--offsets", "char"]
    out = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return {r["id"]: r for r in map(json.loads, out.splitlines())}


def main():
    saidby, pages, annotations = sys.argv[1:4]
    errors = "--errors" in sys.argv
    rows = [json.loads(line) for line in open(annotations)]
    urls = {}
    for line in open(f"{pages}/gold.jsonl"):
        g = json.loads(line.replace(": NaN", ": null"))
        urls[g["file"]] = g.get("url")
    for r in rows:
        r["url"] = urls.get(r["file"])
    raw = {r["file"]: page_text.html(f"{pages}/{r['file']}") for r in rows}
    found = reports(saidby, rows, raw)
    count = collections.Counter()
    for r in rows:
        text, report = page_text.visible(raw[r["file"]]), found[r["file"]]
        gold, maybe = collections.defaultdict(set), set()
        for n in r["notes"]:
            span = norm(text[n["start"]:n["end"]])
            if hashlib.sha256(span.encode()).hexdigest()[:8] != n["hash"]:
                raise SystemExit(f"{r['file']}: the text at {n['start']} is no longer what was annotated")
            if n.get("maybe"):
                maybe.add(span)
            else:
                gold[n["kind"]].add(span)
        said = collections.defaultdict(set)
        for p in report["provenance"]:
            if p["kind"] in KINDS and "text" in p:
                said[p["kind"]].add(norm(p["text"]))
        for kind in r.get("kinds", KINDS):
            for s in said[kind]:
                right = any(alike(s, g) for g in gold[kind])
                if not right and any(alike(s, m) for m in maybe):
                    continue
                for part in (half(r["file"]), "all"):
                    count[part, kind, "said"] += 1
                    count[part, kind, "right"] += right
                if errors and not right:
                    print("WRONG", half(r["file"]), r["file"], kind, "|", s[:160])
            for g in gold[kind]:
                hit = any(alike(s, g) for s in said[kind])
                for part in (half(r["file"]), "all"):
                    count[part, kind, "gold"] += 1
                    count[part, kind, "hit"] += hit
                if errors and not hit:
                    print("MISSED", half(r["file"]), r["file"], kind, "|", g[:160])
    for part in ("all", "tuned", "held"):
        for kind in KINDS:
            said, gold = count[part, kind, "said"], count[part, kind, "gold"]
            # Fewer than five spans tell nothing.
            if gold >= 5 and said:
                print(part, kind, "precision", round(count[part, kind, "right"] / said, 4))
            if gold >= 5:
                print(part, kind, "recall", round(count[part, kind, "hit"] / gold, 4))
            if errors:
                print("#", part, kind, "said", said, "right", count[part, kind, "right"], "gold", gold, "hit", count[part, kind, "hit"])


main()
