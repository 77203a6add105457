"""Trains the student and writes its parameters: train.py TOKENS_DIR DATA_DIR OUT.pt [--epochs N] [--soft SOFT.npz …]

Early stopping looks at a tenth of PolNeAR's training part; the dev parts are only reported on."""
import argparse
import random
import time
import numpy as np
import torch
import torch.nn.functional as F
from data import LAYERS, exact, load, viterbi
from tagger import BLOCK, Tagger

ap = argparse.ArgumentParser()
ap.add_argument("tokens")
ap.add_argument("data")
ap.add_argument("out")
ap.add_argument("--epochs", type=int, default=14)
ap.add_argument("--window", type=int, default=256)
ap.add_argument("--batch", type=int, default=16)
ap.add_argument("--lr", type=float, default=3e-3)
ap.add_argument("--drop", type=float, default=0.3)
ap.add_argument("--seed", type=int, default=7)
ap.add_argument("--threads", type=int, default=1)
ap.add_argument("--layers", default="64x3,64x1,48x1")
ap.add_argument("--start", default="", help="parameters of the same shape to start from")
ap.add_argument("--soft", default="", help="npz of a teacher's probabilities by text id")
ap.add_argument("--prune", type=float, default=0.0, help="share of the layers' blocks of weights that become zero (tagger.BLOCK)")
ap.add_argument("--unlabelled", default="", help="jsonl of texts that only the teacher has read, with .tok beside it")
args = ap.parse_args()
random.seed(args.seed)
np.random.seed(args.seed)
torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)

read = lambda name: load(f"{args.data}/{name}.jsonl", f"{args.tokens}/{name}.tok")
polnear = read("polnear.train")
held = [d for i, d in enumerate(polnear) if i % 12 == 5]
train = [d for i, d in enumerate(polnear) if i % 12 != 5] + read("gum_news.train") + read("gum_other.train")
dev = read("polnear.dev")
weight = {d.id: 1.0 for d in train}
soft = {}
if args.soft:
    with np.load(args.soft) as z:
        soft = {k: z[k].astype(np.float32) / 255 for k in z.files}
    if args.unlabelled:
        for d in load(args.unlabelled, args.unlabelled.replace(".jsonl", ".tok")):
            if d.id in soft:
                train.append(d)
                weight[d.id] = 0.0  # no gold
print(f"{len(train)} texts, {sum(d.n for d in train)} tokens; held out {len(held)}, {sum(d.n for d in held)}", flush=True)

model = Tagger([tuple(map(int, p.split("x"))) for p in args.layers.split(",")], args.drop)
print("parameters", sum(p.numel() for p in model.parameters()))
if args.start:
    model.load_state_dict(torch.load(args.start)["state"])
opt = torch.optim.AdamW(model.parameters(), lr=args.lr, weight_decay=0.01, betas=(0.9, 0.98))


class Pruning:
    """Blocks of weights that say least become zero, more of them with every step of the first half (Zhu and Gupta 2017), and the
    rest learns to do without. A block counts by its weights times how large their inputs are (Sun et al. 2023)."""

    def __init__(self, share):
        self.share, self.kept = share, {}
        self.size = {id(l.linear): torch.ones(l.linear.in_features) for l in model.layers}
        for l in model.layers:
            l.linear.register_forward_pre_hook(self.look)

    def look(self, linear, given):
        if model.training:
            x = given[0].detach().flatten(0, 1)
            self.size[id(linear)].lerp_(x.square().mean(0), 0.02)

    def step(self, done):
        """After step number `steps`; `done` is its share of all steps."""
        rows, inputs = BLOCK
        share = self.share * (1 - (1 - min(1.0, done / 0.5)) ** 3)
        for l in model.layers:
            w = l.linear.weight
            if done <= 0.5 and steps % 20 == 1 or id(l) not in self.kept:
                said = (w.detach() ** 2 * self.size[id(l.linear)]).unflatten(0, (-1, rows)).unflatten(-1, (-1, inputs)).sum((1, 3))
                least = torch.quantile(said, share) if share > 0 else -1.0
                self.kept[id(l)] = (said > least).repeat_interleave(rows, 0).repeat_interleave(inputs, 1)
            w.data.mul_(self.kept[id(l)])

    def on(self, state):
        """The same blocks of a running mean."""
        for i, l in enumerate(model.layers):
            state[f"layers.{i}.linear.weight"].mul_(self.kept[id(l)])


def windows():
    out = []
    for d in train:
        at = -random.randrange(args.window) if d.n > args.window else 0
        while at < d.n:
            lo, hi = max(0, at), min(d.n, at + args.window)
            if hi - lo > 8:
                out.append((d, lo, hi))
            at += args.window
    random.shuffle(out)
    # Windows of like length go together, in random order.
    out.sort(key=lambda w: (w[2] - w[1]) // 64)
    batches = [out[i:i + args.batch] for i in range(0, len(out), args.batch)]
    random.shuffle(batches)
    return batches


def batch(ws):
    n = max(hi - lo for _, lo, hi in ws)
    x = torch.zeros(n, len(ws), 6, dtype=torch.long)
    y = torch.full((n, len(ws), 4), -100)
    m = torch.zeros(n, len(ws), 1)
    q = torch.zeros(n, len(ws), 4, 3) if soft else None
    for b, (d, lo, hi) in enumerate(ws):
        x[:hi - lo, b] = torch.from_numpy(d.x[lo:hi])
        if weight[d.id]:
            y[:hi - lo, b] = torch.from_numpy(d.y[lo:hi])
        m[:hi - lo, b] = 1
        if soft and d.id in soft:
            q[:hi - lo, b] = torch.from_numpy(soft[d.id][lo:hi].reshape(-1, 4, 3))
    return x, y, m, q


@torch.no_grad()
def paths(docs, net):
    net.eval()
    out = []
    for d in docs:
        x = torch.from_numpy(d.x)[:, None]
        p = torch.log_softmax(net(x, torch.ones(d.n, 1, 1)), -1)[:, 0].numpy()
        out.append(np.stack([viterbi(p[:, k]) for k in range(4)], 1))
    return out


pruning = Pruning(args.prune) if args.prune else None
steps, total, best = 0, None, -1
ema = None
for epoch in range(args.epochs):
    model.train()
    began, losses = time.time(), []
    bs = windows()
    total = total or len(bs) * args.epochs
    for ws in bs:
        x, y, m, q = batch(ws)
        steps += 1
        for g in opt.param_groups:
            g["lr"] = args.lr * min(1, steps / 100) * max(0.02, 0.5 * (1 + np.cos(np.pi * min(1.0, steps / total))))
        logits = model(x, m)
        hard = F.cross_entropy(logits.flatten(0, 2), y.flatten(), label_smoothing=0.02) if (y >= 0).any() else 0.0
        loss = hard
        if q is not None:
            lp = torch.log_softmax(logits, -1)
            has = (q.sum(-1) > 0).float()
            distil = -(q * lp).sum(-1).mul(has).sum() / has.sum().clamp(min=1)
            # Gold and a teacher's word count alike; in most batches some windows have the one, some the other.
            loss = hard + distil if q.sum() > 0 else hard
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        if pruning:
            pruning.step(steps / total)
        losses.append(loss.item())
        # A running mean of the parameters is what is kept.
        decay = min(0.998, (1 + steps) / (10 + steps))
        with torch.no_grad():
            if ema is None:
                ema = {k: v.clone() for k, v in model.state_dict().items()}
            else:
                for k, v in model.state_dict().items():
                    ema[k].lerp_(v, 1 - decay)
            if pruning:
                pruning.on(ema)
    if epoch % 3 == 2 or epoch >= args.epochs - 3:
        live = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(ema)
        h = exact(held, paths(held, model))
        mean = sum(h.values()) / 3
        line = " ".join(f"{k} {v:.3f}" for k, v in h.items())
        if mean > best and (not pruning or steps > total / 2):
            best = mean
            torch.save({"layers": args.layers, "state": ema}, args.out)
            line += " | dev " + " ".join(f"{k} {v:.3f}" for k, v in exact(dev, paths(dev, model)).items())
        model.load_state_dict(live)
        print(f"epoch {epoch} loss {np.mean(losses):.4f} {time.time() - began:.0f}s held {line}", flush=True)
    else:
        print(f"epoch {epoch} loss {np.mean(losses):.4f} {time.time() - began:.0f}s", flush=True)
