"""Texts and labels as arrays. Tokens and features come from the core (`examples/tokens.rs`); nothing is hashed here.

Four layers of B/I/O tags: source, cue, outermost content, content inside another content."""
import json
import os
from itertools import islice
import numpy as np

LAYERS = ("source", "cue", "content", "inner")
O, B, I = 0, 1, 2


class Doc:
    def __init__(self, gold, tok):
        self.id = gold["id"]
        self.text = gold["text"]
        self.start = np.array(tok["start"], np.int64)
        self.end = np.array(tok["end"], np.int64)
        self.x = np.array(tok["features"], np.int64).reshape(-1, 6)
        self.n = len(self.start)
        self.y = labels(self, gold["attributions"])


def labels(doc, attributions):
    y = np.zeros((doc.n, len(LAYERS)), np.int64)
    for layer, role in enumerate(("source", "cue", "content")):
        spans = sorted({(s, -e) for a in attributions for s, e in a[role]}, key=lambda p: (p[1] + p[0], p[0]))
        for s, minus_e in spans:  # the longest first: outer before inner
            i = int(np.searchsorted(doc.end, s, "right"))
            j = int(np.searchsorted(doc.start, -minus_e, "left"))
            # A closing mark or stop at the edge is no part of what is scored, so it may not start a span.
            while i < j and not any(c.isalnum() or c in "$%#@&" for c in doc.text[doc.start[i]:doc.end[i]]):
                i += 1
            while j > i and not any(c.isalnum() or c in "$%#@&" for c in doc.text[doc.start[j - 1]:doc.end[j - 1]]):
                j -= 1
            if i >= j:
                continue
            for to in (layer, 3) if role == "content" else (layer,):
                if not y[i:j, to].any():
                    y[i, to] = B
                    y[i + 1:j, to] = I
                    break
                if to == layer and y[i, to] == B and (j == doc.n or y[j, to] != I) and y[i:j, to].sum() == 1 + 2 * (j - i - 1):
                    break  # the same span again
    return y


def load(gold_path, tok_path):
    """The texts of a file; with SAIDBY_TEXTS in the environment so many of them (`cargo xtask train --quick`)."""
    most = int(os.environ.get("SAIDBY_TEXTS", 0)) or None
    with open(gold_path, encoding="utf8") as g, open(tok_path, encoding="utf8") as t:
        return [Doc(json.loads(a), json.loads(b)) for a, b in islice(zip(g, t), most)]


def viterbi(logp):
    """Best B/I/O path: I only after B or I. logp: (n, 3)."""
    n = len(logp)
    back = np.zeros((n, 3), np.int8)
    s = logp[0].copy() if n else None
    if n:
        s[I] = -1e9
    for t in range(1, n):
        any_ = int(np.argmax(s))
        in_ = B if s[B] >= s[I] else I
        back[t] = (any_, any_, in_)
        s = np.array([s[any_], s[any_], s[in_]]) + logp[t]
    path = np.zeros(n, np.int8)
    if n:
        path[-1] = int(np.argmax(s))
        for t in range(n - 1, 0, -1):
            path[t - 1] = back[t, path[t]]
    return path


def spans(path):
    out, start = [], None
    for t, k in enumerate(path):
        if k != I and start is not None:
            out.append((start, t))
            start = None
        if k == B:
            start = t
    if start is not None:
        out.append((start, len(path)))
    return out


def trimmed(doc, i, j):
    word = lambda k: any(c.isalnum() or c in "$%#@&_" for c in doc.text[doc.start[k]:doc.end[k]])
    while i < j and not word(i):
        i += 1
    while j > i and not word(j - 1):
        j -= 1
    return i, j


def exact(docs, paths):
    """Exact F of source, cue and content (inner ones among the contents) over tokens."""
    out = {}
    for role, layers in (("source", (0,)), ("cue", (1,)), ("content", (2, 3))):
        tp = g = p = 0
        for d, path in zip(docs, paths):
            gold = {trimmed(d, *s) for k in layers for s in spans(d.y[:, k])}
            pred = {trimmed(d, *s) for k in layers for s in spans(path[:, k])}
            tp += len(gold & pred)
            g += len(gold)
            p += len(pred)
        out[role] = 2 * tp / max(1, g + p)
    return out
