"""Writes the mean of several trained students' probabilities, as the soft labels of the next one:
ensemble.py TOKENS_DIR DATA_DIR UNLABELLED.jsonl OUT.npz A.pt B.pt …

Each reads whole texts; UNLABELLED (may be `-`) is text without gold, with its `.tok` beside it."""
import sys
import numpy as np
import torch
from data import exact, load, viterbi
from tagger import Tagger

tokens, data, more, out, *models = sys.argv[1:]
torch.set_num_threads(1)
nets = []
for path in models:
    saved = torch.load(path, map_location="cpu")
    net = Tagger([tuple(map(int, p.split("x"))) for p in saved["layers"].split(",")])
    net.load_state_dict(saved["state"])
    nets.append(net.eval())


@torch.no_grad()
def read(d):
    x = torch.from_numpy(d.x)[:, None]
    ones = torch.ones(d.n, 1, 1)
    return (sum(torch.softmax(net(x, ones), -1)[:, 0] for net in nets) / len(nets)).numpy()


texts = lambda name: load(f"{data}/{name}.jsonl", f"{tokens}/{name}.tok")
dev = texts("polnear.dev")
paths = [np.stack([viterbi(np.log(p[:, k] + 1e-7)) for k in range(4)], 1) for p in map(read, dev)]
print("together on dev", " ".join(f"{k} {v:.3f}" for k, v in exact(dev, paths).items()), flush=True)
docs = texts("polnear.train") + texts("gum_news.train") + texts("gum_other.train")
if more != "-":
    docs += load(more, more.replace(".jsonl", ".tok"))
np.savez_compressed(out, **{d.id: np.round(read(d).reshape(d.n, 12) * 255).astype(np.uint8) for d in docs if d.n})
