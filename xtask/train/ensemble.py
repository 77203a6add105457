"""Writes the mean of several readings as the soft labels of the next student:
ensemble.py TOKENS_DIR DATA_DIR UNLABELLED.jsonl OUT.npz A.pt B.npz …

A `.pt` is a trained student, which reads whole texts here; an `.npz` is what a teacher or another ensemble wrote. Texts that
one of the `.npz` lacks are left out. UNLABELLED (may be `-`) is text without gold, with its `.tok` beside it."""
import sys
import numpy as np
import torch
from data import exact, load, viterbi
from tagger import Tagger

tokens, data, more, out, *models = sys.argv[1:]
torch.set_num_threads(1)
nets, given = [], []
for path in models:
    if path.endswith(".npz"):
        with np.load(path) as z:
            given.append({k: z[k].astype(np.float32).reshape(-1, 4, 3) / 255 for k in z.files})
        continue
    saved = torch.load(path, map_location="cpu")
    net = Tagger([tuple(map(int, p.split("x"))) for p in saved["layers"].split(",")])
    net.load_state_dict(saved["state"])
    nets.append(net.eval())


@torch.no_grad()
def read(d):
    x = torch.from_numpy(d.x)[:, None]
    ones = torch.ones(d.n, 1, 1)
    own = sum((torch.softmax(net(x, ones), -1)[:, 0] for net in nets), torch.zeros(d.n, 4, 3)).numpy()
    others = [g[d.id] for g in given if d.id in g]
    return (own + sum(others)) / (len(nets) + len(others))


texts = lambda name: load(f"{data}/{name}.jsonl", f"{tokens}/{name}.tok")
dev = texts("polnear.dev")
paths = [np.stack([viterbi(np.log(p[:, k] + 1e-7)) for k in range(4)], 1) for p in map(read, dev)]
print("on dev", " ".join(f"{k} {v:.3f}" for k, v in exact(dev, paths).items()), flush=True)
docs = texts("polnear.train") + texts("gum_news.train") + texts("gum_other.train")
if more != "-":
    docs += load(more, more.replace(".jsonl", ".tok"))
docs = [d for d in docs if d.n and all(d.id in g for g in given)]
np.savez_compressed(out, **{d.id: np.round(read(d).reshape(d.n, 12) * 255).astype(np.uint8) for d in docs})
print("read", len(docs), "texts", flush=True)
