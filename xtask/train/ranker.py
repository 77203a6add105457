"""Trains data/model/ranker.bin: two linear models over hashed words, read by src/assertion/ranker.rs.

Head 0 ("averred"): Webis editorials, units labelled assumption against other units. Head 1 ("loaded"): SemEval-2020
task 11, sentences with loaded language, labels or exaggeration against sentences without any technique. Every fifth
article (by hash of its name) is held out of training. usage: ranker.py DATA_DIR OUT
"""
import json, re, struct, sys, zlib
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

BITS = 16
SIZE = 1 << BITS
WORD = re.compile(r"[A-Za-z]+n't|[^\W_]+(?:[-.,'][^\W_]+)*|[^\w\s]", re.U)
CLITIC = re.compile(r"^(.+)(n't|'(?:s|re|ll|ve|d|m))$")


def tokens(text):
    for w in WORD.findall(text.replace("’", "'")):
        m = CLITIC.match(w)
        yield from m.groups() if m else (w,)


def fnv(text):
    h = 0x811C9DC5
    for b in text.encode():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return (h ^ (h >> 16)) & (SIZE - 1)


def features(text):
    """Words, pairs, endings and shapes, each once. ranker.rs holds the same rules."""
    ws = [w for w in tokens(text) if w[0].isalnum() or w[0] == "'" or w == "?"]
    low = ["0" if w[0].isdigit() else w.lower() for w in ws]
    out = set()
    for i, w in enumerate(low):
        out.add(fnv("u:" + w))
        if i + 1 < len(low):
            out.add(fnv("b:" + w + " " + low[i + 1]))
        if len(w) > 5 and w.isascii():
            out.add(fnv("s:" + w[-3:]))
        if i > 0 and ws[i][0].isupper() and ws[i] != "I":
            out.add(fnv("t:name"))
    return sorted(out)


def matrix(texts):
    rows = [features(t) for t in texts]
    n = [len(r) for r in rows]
    data = np.concatenate([np.full(k, 1 / max(k, 1) ** 0.5) for k in n])
    return csr_matrix((data, np.concatenate(rows).astype(int), np.concatenate([[0], np.cumsum(n)])), shape=(len(rows), SIZE))


def held(group):
    return zlib.crc32(group.encode()) % 5 == 0


def head(name, rows, c):
    y = np.array([r[1] for r in rows])
    h = np.array([held(r[2]) for r in rows])
    x = matrix([r[0] for r in rows])
    m = LogisticRegression(C=c, max_iter=400, class_weight="balanced").fit(x[~h], y[~h])
    s = m.decision_function(x[h])
    print(f"{name}: {(~h).sum()} to train, {h.sum()} held out; AUC {roc_auc_score(y[h], s):.3f} AP {average_precision_score(y[h], s):.3f} base {y[h].mean():.3f}")
    for lo, hi in ((-9, -1), (-1, -0.5), (-0.5, 0), (0, 0.5), (0.5, 1), (1, 9)):
        k = (s >= lo) & (s < hi)
        print(f"   score {lo:>4} to {hi:>4}: {k.sum():5} of which true {y[h][k].mean() if k.any() else 0:.2f}")
    return m.coef_[0], m.intercept_[0]


def main(data, out):
    load = lambda f: [json.loads(l) for l in open(f"{data}/{f}")]
    webis = [(r["text"], int(r["label"] == "assumption"), r["group"]) for r in load("webis_editorials.dev.jsonl") if r["label"] not in ("no-unit", "title")]
    sem = [(r["text"], int(r["loaded"]), r["group"]) for r in load("semeval20_t11.train.jsonl") if r["loaded"] or not r["label"]]
    with open(out, "wb") as f:
        f.write(b"SBR1" + bytes([BITS, 2]))
        for name, rows, c in (("averred", webis, 3.0), ("loaded", sem, 3.0)):
            w, b = head(name, rows, c)
            scale = float(np.abs(w).max()) / 127
            f.write(struct.pack("<ff", scale, b) + np.round(w / scale).astype(np.int8).tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:3])
