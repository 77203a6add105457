"""How often the tagger is right when it says how sure it is: reliability.py STUDENT.pt TOKENS_DIR DATA_DIR

Prints a table over predicted spans of PolNeAR dev (the mean of their tokens' probabilities, against whether the span is exact),
for the biases towards outside that `spans` in the core may take."""
import sys
import numpy as np
from data import exact, load, spans, trimmed, viterbi
from export import forward, quantise

model = quantise(sys.argv[1])
docs = load(f"{sys.argv[3]}/polnear.dev.jsonl", f"{sys.argv[2]}/polnear.dev.tok")
logps = []
for d in docs:
    l = forward(model, d.x).reshape(-1, 4, 3).astype(np.float64)
    logps.append(l - np.log(np.exp(l - l.max(-1, keepdims=True)).sum(-1, keepdims=True)) - l.max(-1, keepdims=True))
for bias in (0.0, 0.3, 0.5, 0.7, 1.0):
    paths = [np.stack([viterbi(p[:, k] - np.array([bias, 0, 0])) for k in range(4)], 1) for p in logps]
    print("bias", bias, " ".join(f"{k} {v:.3f}" for k, v in exact(docs, paths).items()))
for k, name in enumerate(("source", "cue", "content")):
    rows = []
    for d, p in zip(docs, logps):
        path = viterbi(p[:, k])
        gold = {trimmed(d, *s) for s in spans(d.y[:, k])}
        q = np.exp(p[:, k])
        for s, e in spans(path):
            after = 1 - q[e, 2] if e < d.n else 1.0
            rows.append(((q[s, 1] + q[s + 1:e, 2].sum() + after) / (e - s + 1), trimmed(d, s, e) in gold))
    rows = np.array(rows, float).reshape(-1, 2)
    print(name)
    for lo, hi in ((0, .5), (.5, .6), (.6, .7), (.7, .8), (.8, .9), (.9, .95), (.95, 1.01)):
        in_ = rows[(rows[:, 0] >= lo) & (rows[:, 0] < hi)]
        if len(in_):
            print(f"  {lo:.2f}–{min(hi, 1):.2f} n {len(in_)} said {in_[:, 0].mean():.2f} exact {in_[:, 1].mean():.2f}")
