"""Scores the assertions of the command line: assertions.py SAIDBY DATA; prints a name and a value a line.

A Webis unit or a sentence counts as flagged where a trigger of any mark stands in it. SemEval spans are matched by
characters, each span by the share of it that the other side covers. Webis and SemEval trained the ranker that ships, so
those lines flatter it (`fitted`): the cross-validated figures are the trainer's, in data/model/RANKER_CARD.md.
"""
import json, re, subprocess, sys

SAIDBY, DATA = sys.argv[1:3]
LOADED = {"Loaded_Language", "Name_Calling,Labeling", "Exaggeration,Minimisation"}


def annotate(texts):
    rows = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    command = [SAIDBY, "annotate", "-", "--input", "jsonl", "--format", "jsonl", "--offsets", "char"]
    out = subprocess.run(command, input=rows, capture_output=True, text=True, check=True).stdout
    return [json.loads(line)["assertions"] for line in out.splitlines()]


def load(name):
    return [json.loads(line) for line in open(f"{DATA}/{name}")]


def grouped(rows):
    out = {}
    for r in rows:
        out.setdefault(r["group"], []).append(r)
    return out


def say(name, value):
    print(name, round(value, 4))


def webis():
    texts, units = [], []
    groups = grouped(r for r in load("webis_editorials.dev.jsonl") if r["label"] != "title")
    for name, rows in groups.items():
        text, spans, par = "", [], None
        for r in rows:
            if par is not None:
                text += "\n\n" if r["par"] != par else "" if re.match(r"[.,;:!?)]", r["text"]) else " "
            par = r["par"]
            spans.append((len(text), len(text) + len(r["text"]), r["label"]))
            text += r["text"]
        texts.append(text)
        units.append(spans)
    counts = {}
    for spans, marks in zip(units, annotate(texts)):
        for s, e, label in spans:
            if label == "no-unit":
                continue
            flagged = any(a < e and s < b for m in marks for a, b in m["triggers"])
            key = (label == "assumption", flagged)
            counts[key] = counts.get(key, 0) + 1
    tp, fp, fn = (counts.get(k, 0) for k in ((True, True), (False, True), (True, False)))
    say("webis fitted precision", tp / max(tp + fp, 1))
    say("webis fitted recall", tp / max(tp + fn, 1))


def sentences(name, file, positive, negative):
    rows = load(file)
    flags = [bool(m) for m in annotate([r["text"] for r in rows])]
    tp, fp = (sum(f and is_(r) for r, f in zip(rows, flags)) for is_ in (positive, negative))
    recall, precision = tp / sum(map(positive, rows)), tp / max(tp + fp, 1)
    say(f"{name} positive flagged", recall)
    say(f"{name} negative flagged", fp / sum(map(negative, rows)))
    say(f"{name} F", 2 * precision * recall / max(precision + recall, 1e-9))


def spans():
    texts, gold = [], []
    for rows in grouped(load("semeval20_t11.train.jsonl")).values():
        text, found = "", []
        for r in rows:
            text += "\n\n" if text else ""
            found += [(len(text) + s["start"], len(text) + s["end"]) for s in r["spans"] if s["type"] in LOADED]
            text += r["text"]
        texts.append(text)
        gold.append(found)
    cover = lambda s, e, others: min(1, sum(max(0, min(e, y) - max(s, x)) for x, y in others) / (e - s))
    p = r = n = m = 0
    for want, marks in zip(gold, annotate(texts)):
        have = sorted({tuple(t) for a in marks if a["kind"] == "loaded-wording" for t in a["triggers"]})
        p, n = p + sum(cover(s, e, want) for s, e in have), n + len(have)
        r, m = r + sum(cover(s, e, have) for s, e in want), m + len(want)
    say("semeval fitted spans F", 2 * (p / max(n, 1)) * (r / m) / max(p / max(n, 1) + r / m, 1e-9))


webis()
sentences("babe", "babe_sg1.all.jsonl", lambda r: (r["label"], r["opinion"]) == (1, "opinion"), lambda r: (r["label"], r["opinion"]) == (0, "factual"))
sentences("checkthat", "checkthat_subj.dev.jsonl", lambda r: r["label"] == 1, lambda r: r["label"] == 0)
spans()
