"""Scores assertions on our own annotation: own_assertions.py SAIDBY PAGES ANNOTATIONS; prints a name and a value a line.

ANNOTATIONS has a line a page: `end`, up to where the report's text was read, and two `passes` of one reader, each a list of
[kind, start, end, hash]: code points of the report's text and the first 12 digits of the SHA-256 of the words there. Where
the text moved since, the words are looked for by their hash near by, and `end` with them; words that are gone are counted as `lost`.
A mark is right where a trigger overlaps a span of its kind in either pass (`any` leaves the kind aside); a span counts as
found where a trigger of its kind overlaps it. `agreement` is the F of one pass against the other.
"""
import gzip
import hashlib
import json
import subprocess
import sys

SAIDBY, PAGES, ANNOTATIONS = sys.argv[1:4]
NEAR = 4000


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def place(text, start, end, want):
    for shift in sorted(range(-NEAR, NEAR), key=abs):
        if 0 <= start + shift and digest(text[start + shift : end + shift]) == want:
            return start + shift, end + shift
    return None


def overlap(a, b):
    return a[1] < b[2] and b[1] < a[2]


def say(name, value):
    print(name, round(value, 4))


rows = [json.loads(line) for line in open(ANNOTATIONS)]
pages = ""
for r in rows:
    html = gzip.open(f"{PAGES}/{r['file']}").read().decode("utf8", "replace")
    pages += json.dumps({"id": r["file"], "html": html, "url": "https://example.org/"}) + "\n"
command = [SAIDBY, "annotate", "-", "--input", "jsonl", "--format", "jsonl", "--offsets", "char"]
reports = subprocess.run(command, input=pages, capture_output=True, text=True, check=True).stdout.splitlines()
counts, lost = {}, 0
for r, line in zip(rows, reports):
    report = json.loads(line)
    passes, moved = [], []
    for spans in r["passes"]:
        found = [(k, place(report["text"], s, e, h)) for k, s, e, h in spans]
        lost += sum(p is None for _, p in found)
        passes.append([(k, *p) for k, p in found if p])
        moved += [p[0] - s for (_, s, _, _), (_, p) in zip(spans, found) if p]
    # Where the body has gained or lost paragraphs before what was read, what was read has moved with its spans.
    shift = sorted(moved)[len(moved) // 2] if moved else 0
    read = range(max(0, shift), r["end"] + shift)
    # A question's trigger is its mark; what was annotated are its words.
    words = lambda m: [[m["start"], m["end"]]] if m["rule"] == "rhetorical-question" else m["triggers"]
    marks = [[(m["kind"], s, e) for s, e in words(m)] for m in report["assertions"] if m["start"] in read]
    triggers = [t for m in marks for t in m]
    gold = passes[0] + passes[1]
    sure = [a for a in passes[0] if any(a[0] == b[0] and overlap(a, b) for b in passes[1])]
    for part in ("all", r["genre"]):
        c = counts.setdefault(part, [0] * 9)
        c[0] += len(marks)
        c[1] += sum(any(t[0] == g[0] and overlap(t, g) for t in m for g in gold) for m in marks)
        c[2] += sum(any(overlap(t, g) for t in m for g in gold) for m in marks)
        c[3] += len(sure)
        c[4] += sum(any(t[0] == g[0] and overlap(t, g) for t in triggers) for g in sure)
        for i, (a, b) in enumerate(((0, 1), (1, 0))):
            c[5 + 2 * i] += len(passes[a])
            c[6 + 2 * i] += sum(any(x[0] == y[0] and overlap(x, y) for y in passes[b]) for x in passes[a])
for part, c in counts.items():
    share = lambda a, b: a / b if b else 0.0
    say(f"{part} marks", c[0])
    say(f"{part} precision", share(c[1], c[0]))
    say(f"{part} precision of any kind", share(c[2], c[0]))
    say(f"{part} recall", share(c[4], c[3]))
    p, q = share(c[6], c[5]), share(c[8], c[7])
    say(f"{part} agreement", share(2 * p * q, p + q))
say("lost spans", lost)
