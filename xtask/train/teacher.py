"""Fine-tunes a small pretrained encoder as the student's teacher and writes its probabilities:
teacher.py MODEL_DIR TOKENS_DIR DATA_DIR UNLABELLED.jsonl OUT.npz

MODEL_DIR holds MiniLM (all-MiniLM-L6-v2, Apache-2.0). One quasi-recurrent layer above it sees the quotation state
and carries context across the encoder's windows' inner borders."""
import argparse
import random
import time
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from transformers import AutoModel, AutoTokenizer
from data import exact, load, viterbi
from tagger import Layer, ROWS

ap = argparse.ArgumentParser()
ap.add_argument("model")
ap.add_argument("tokens")
ap.add_argument("data")
ap.add_argument("unlabelled")
ap.add_argument("out")
ap.add_argument("--epochs", type=int, default=2)
ap.add_argument("--window", type=int, default=160)
ap.add_argument("--batch", type=int, default=16)
ap.add_argument("--seed", type=int, default=11)
ap.add_argument("--threads", type=int, default=2)
ap.add_argument("--minutes", type=float, default=1e9, help="stop training after this long")
args = ap.parse_args()
random.seed(args.seed)
torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)
tokenizer = AutoTokenizer.from_pretrained(args.model)


def pieces(docs):
    for d in docs:
        words = [d.text[s:e] for s, e in zip(d.start, d.end)]
        enc = tokenizer(words, is_split_into_words=True, add_special_tokens=False)
        ids, of = enc["input_ids"], enc.word_ids()
        d.pieces = [[] for _ in words]
        for i, w in zip(ids, of):
            if len(d.pieces[w]) < 5:
                d.pieces[w].append(i)
        for p in d.pieces:
            if not p:
                p.append(tokenizer.unk_token_id)


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            args.model, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.marks = nn.ModuleList(nn.Embedding(n, 32) for n in ROWS[3:])
        self.top = Layer(384 + 32, 128, 1)
        self.head = nn.Linear(384 + 256, 12)
        self.drop = nn.Dropout(0.2)

    def forward(self, ids, first, x, mask):
        with torch.autocast("cpu", torch.bfloat16):
            h = self.encoder(input_ids=ids, attention_mask=(ids > 0).long()).last_hidden_state
        h = h.float()
        h = h.gather(1, first[..., None].expand(-1, -1, h.shape[-1]))
        e = sum(t(x[..., 3 + i]) for i, t in enumerate(self.marks))
        g = self.top(self.drop(torch.cat([h, e], -1)).transpose(0, 1), mask.transpose(0, 1)).transpose(0, 1)
        return self.head(self.drop(torch.cat([h, g], -1))).unflatten(-1, (4, 3))


def batch(ws):
    rows, firsts = [], []
    for d, lo, hi in ws:
        row, first = [tokenizer.cls_token_id], []
        for p in d.pieces[lo:hi]:
            first.append(min(len(row), 510))
            row += p
        rows.append(row[:511] + [tokenizer.sep_token_id])
        firsts.append(first)
    n, m = max(map(len, rows)), max(map(len, firsts))
    ids = torch.zeros(len(ws), n, dtype=torch.long)
    first = torch.zeros(len(ws), m, dtype=torch.long)
    x = torch.zeros(len(ws), m, 6, dtype=torch.long)
    y = torch.full((len(ws), m, 4), -100)
    mask = torch.zeros(len(ws), m, 1)
    for b, (d, lo, hi) in enumerate(ws):
        ids[b, :len(rows[b])] = torch.tensor(rows[b])
        first[b, :hi - lo] = torch.tensor(firsts[b])
        x[b, :hi - lo] = torch.from_numpy(d.x[lo:hi])
        y[b, :hi - lo] = torch.from_numpy(d.y[lo:hi])
        mask[b, :hi - lo] = 1
    return ids, first, x, y, mask


@torch.no_grad()
def probabilities(docs, model, margin=24):
    """Each token's tags, read in windows that overlap by `margin` on both sides."""
    model.eval()
    out = {d.id: np.zeros((d.n, 12), np.float32) for d in docs}
    ws = []
    step = args.window + 32 - 2 * margin
    for d in docs:
        for at in range(0, d.n, step):
            ws.append((d, max(0, at - margin), min(d.n, at + step + margin), at, min(d.n, at + step)))
    ws.sort(key=lambda w: w[2] - w[1])
    for i in range(0, len(ws), 32):
        part = ws[i:i + 32]
        ids, first, x, _, mask = batch([w[:3] for w in part])
        p = torch.softmax(model(ids, first, x, mask), -1).flatten(2).numpy()
        for b, (d, lo, _, s, e) in enumerate(part):
            out[d.id][s:e] = p[b, s - lo:e - lo]
    return out


def report(name, docs, probs):
    paths = [np.stack([viterbi(np.log(probs[d.id][:, 3 * k:3 * k + 3] + 1e-6)) for k in range(4)], 1) for d in docs]
    print(name, " ".join(f"{k} {v:.3f}" for k, v in exact(docs, paths).items()), flush=True)


read = lambda name: load(f"{args.data}/{name}.jsonl", f"{args.tokens}/{name}.tok")
polnear = read("polnear.train")
held = [d for i, d in enumerate(polnear) if i % 12 == 5]
train = [d for i, d in enumerate(polnear) if i % 12 != 5] + read("gum_news.train") + read("gum_other.train")
dev = read("polnear.dev")
pieces(train + held + dev)
model = Teacher()
opt = torch.optim.AdamW([
    {"params": [p for p in model.encoder.parameters() if p.requires_grad], "lr": 2.5e-4, "weight_decay": 0.01},
    {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder")], "lr": 2e-3}], fused=True)
base = [g["lr"] for g in opt.param_groups]
began, step, total = time.time(), 0, None
for epoch in range(args.epochs):
    model.train()
    ws = []
    for d in train:
        at = -random.randrange(args.window) if d.n > args.window else 0
        while at < d.n:
            lo, hi = max(0, at), min(d.n, at + args.window)
            if hi - lo > 8:
                ws.append((d, lo, hi))
            at += args.window
    random.shuffle(ws)
    bs = [ws[i:i + args.batch] for i in range(0, len(ws), args.batch)]
    total = total or len(bs) * args.epochs
    loss_mean = 0.0
    for part in bs:
        done = max(step / total, (time.time() - began) / 60 / args.minutes)
        if done >= 1:
            break
        step += 1
        for g, lr in zip(opt.param_groups, base):
            g["lr"] = lr * min(1, step / 60) * max(0.02, 1 - done)
        ids, first, x, y, mask = batch(part)
        loss = F.cross_entropy(model(ids, first, x, mask).flatten(0, 2), y.flatten())
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        loss_mean += 0.02 * (float(loss) - loss_mean)
        if step in (10, 30) or step % 100 == 0:
            print(f"step {step}/{total} loss {loss_mean:.4f} {time.time() - began:.0f}s", flush=True)
report("held", held, probabilities(held, model))
report("dev", dev, probabilities(dev, model))
torch.save(model.state_dict(), args.out + ".pt")
soft = probabilities(train, model)
np.savez_compressed(args.out, **{k: np.round(v * 255).astype(np.uint8) for k, v in soft.items()})
print(f"train read {time.time() - began:.0f}s", flush=True)
more = load(args.unlabelled, args.unlabelled.replace(".jsonl", ".tok"))
pieces(more)
soft.update(probabilities(more, model))
np.savez_compressed(args.out, **{k: np.round(v * 255).astype(np.uint8) for k, v in soft.items()})
print(f"all read {time.time() - began:.0f}s", flush=True)
