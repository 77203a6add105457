#!/usr/bin/env python3
"""speakers.py SAIDBY QUOTATIONS ANNOTATIONS [--errors tune|check]: whether the speakers of quotations are named rightly.

ANNOTATIONS (tests/annotations/speakers.jsonl) holds, for direct and mixed quotations of thirty articles of PolNeAR's
dev part, where the content stands, where the article names the speaker most fully (several places where two are as
good), and what the speaker is; all as offsets in code points, none of the text.

A quotation is found where a quotation of the report covers half of its letters. Its speaker is right where the name
is the annotated one: letter for letter but for case, articles, possessive pronouns ("his lawyers" are "Ann Lee's
lawyers") and points; of people also where first and last name are the same, of others where one name holds the other. What isn't found counts as wrong in `of all`. The articles are
halved by their place in the file: rules were tuned on `tune` and, until the third set was made, only checked on `check`.

The third set (speakers_third.jsonl) holds fifteen articles of the training part, which the tagger has learned from but
no rule for speakers was made with; they were annotated before the program had read them. Its names get a `third` before
them here, and both halves count together.

The set of pages (speakers_pages.jsonl) holds all speech that was shown for 23 English news pages (the gold bodies of the
dev pages), annotated from the text alone by readers who didn't know what the program says; a row without a speaker is no
report of anything. Rules were made with two of its three parts in view, not with `held`."""
import json
import re
import subprocess
import sys


def name(s):
    words = re.findall(r"[\w&'’-]+", s.lower().replace("’", "'"))
    return [re.sub(r"'s$", "", w) for w in words if w not in ("the", "a", "an", "his", "her", "their")]


def same(kind, gold, found):
    g, f = name(gold), name(found)
    if not g or not f:
        return False
    if g == f:
        return True
    if kind == "person":
        return len(g) > 1 and len(f) > 1 and (g[0], g[-1]) == (f[0], f[-1])
    short, long = sorted((g, f), key=len)
    return any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1))


def main():
    saidby, folder, annotations = sys.argv[1:4]
    show = sys.argv[5] if len(sys.argv) > 5 else None
    rows = [json.loads(l) for l in open(annotations, encoding="utf8")]
    ids = list(dict.fromkeys(r["id"] for r in rows))
    texts = {}
    pages = "pages" in annotations.rsplit("/", 1)[-1]
    if pages:
        lines = open(f"{folder}/../pages/gold.jsonl", encoding="utf8")
        texts = {d["file"]: d["body_text"] for d in map(json.loads, lines) if d["file"] in ids}
    for part in () if pages else ("dev", "train"):
        if not all(i in texts for i in ids):
            texts |= {d["id"]: d["text"] for d in map(json.loads, open(f"{folder}/polnear.{part}.jsonl", encoding="utf8"))}
    lines = "".join(json.dumps({"id": i, "text": texts[i]}) + "\n" for i in ids)
    command = [saidby, "annotate", "-", "--input", "jsonl", "--format", "jsonl", "--offsets", "char"]
    out = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    reports = {r["id"]: r for r in map(json.loads, out.splitlines())}
    half = {i: ("tune", "check")[k % 2] for k, i in enumerate(ids)}
    if pages:
        half = {r["id"]: "held" if r["held"] else "seen" for r in rows}
    count = {}
    shown = lambda q: not pages or q["event"] == "speech" and q["confidence"] >= 0.4
    for r in rows:
        text = texts[r["id"]]
        chars = lambda spans: {i for s, e in spans for i in range(s, e) if text[i].isalnum()}
        gold = chars(r["content"])
        best, hit = 0.0, None
        for q in filter(shown, reports[r["id"]]["quotations"]):
            c = chars(q["content"])
            both = len(gold & c)
            if both * 2 >= len(gold) and both / len(gold | c) > best:
                best, hit = both / len(gold | c), q
        if pages and not r["speaker"]:
            for part in (half[r["id"]], "all"):
                n = count.setdefault(part, [0, 0, 0, 0, 0])
                n[4] += hit is not None
            continue
        found = hit["speaker"]["name"] or "" if hit else ""
        right = any(same(r["kind"], text[s:e], found) for s, e in r["speaker"])
        kind = right and hit["speaker"]["kind"] == r["kind"]
        for part in (half[r["id"]], "all" if pages else "both"):
            n = count.setdefault(part, [0, 0, 0, 0, 0])
            for k, x in enumerate((True, hit is not None, right, kind)):
                n[k] += x
        if show == half[r["id"]] and not (right and kind):
            a, b = r["content"][0]
            s, e = r["speaker"][0]
            print(f"# {r['id'][:40]} {a}: {text[a:b][:60]!r}\n#   is {text[s:e]!r} {r['kind']}, got", hit and
                  (found, hit["speaker"]["kind"], [text[x:y] for x, y in hit["source"]], hit["because"]))
    third = "third" in annotations
    for part in () if pages else ("both",) if third else ("tune", "check", "both"):
        n = count[part]
        part = "third" if third else part
        print(f"{part} right of all {n[2] / n[0]:.3f}")
        print(f"{part} right of found {n[2] / n[1]:.3f}")
        print(f"{part} kind right of found {n[3] / n[1]:.3f}")
    for part in ("seen", "held", "all") if pages else ():
        n = count[part]
        print(f"pages {part} right of found {n[2] / n[1]:.3f}")
        print(f"pages {part} kind right of found {n[3] / n[1]:.3f}")
        print(f"pages {part} reports of shown {n[1] / (n[1] + n[4]):.3f}")


main()
