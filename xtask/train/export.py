"""Quantises a trained student and repeats the core's arithmetic: export.py STUDENT.pt WEIGHTS.bin [--check TOKENS.tok OUT.json]
or, the other way round, export.py --restore WEIGHTS.bin STUDENT.pt

`forward` is the reference that the core is tested against bit by bit: the same integers, the same float32 operations in
the same order."""
import json
import struct
import sys
import numpy as np
import torch
from tagger import BLOCK, ROWS

f32 = np.float32
ONE = f32(1024)


def quantise(path):
    saved = torch.load(path, map_location="cpu")
    s = {k: v.numpy().astype(np.float32) for k, v in saved["state"].items()}
    tables = []
    for i in range(len(ROWS)):
        w = s[f"tables.{i}.weight"]
        top = np.quantile(np.abs(w), 0.9995)
        shift = int(np.clip(np.ceil(np.log2(top * 1024 / 127)), 0, 6))
        tables.append((shift, np.clip(np.round(w * 1024 / 2 ** shift), -127, 127).astype(np.int8)))

    def dense(name):
        w, b = s[name + ".weight"], s[name + ".bias"]
        scale = np.maximum(np.abs(w).max(1), 1e-8) / 127
        q = np.clip(np.round(w / scale[:, None]), -127, 127).astype(np.int8)
        return (scale / 1024).astype(np.float32), b.astype(np.float32), q

    layers = []
    for i, spec in enumerate(saved["layers"].split(",")):
        units, window = map(int, spec.split("x"))
        layers.append((units, window, dense(f"layers.{i}.linear")))
    return tables, layers, dense("head")


def write(path, tables, layers, head):
    out = bytearray(b"SBT2")
    for shift, q in tables:
        out += struct.pack("<BBH", shift, q.shape[1], q.shape[0]) + q.tobytes()

    def dense(d):
        scale, bias, q = d
        rows, inputs = BLOCK
        out = struct.pack("<HH", q.shape[1], q.shape[0]) + scale.tobytes() + bias.tobytes()
        padded = np.pad(q, ((0, -len(q) % rows), (0, 0)))
        for block in padded.reshape(-1, rows, q.shape[1] // inputs, inputs).transpose(0, 2, 1, 3):
            there = block.any((1, 2))
            out += np.packbits(there, bitorder="little").tobytes() + block[there].tobytes()
        return out

    out += struct.pack("<B", len(layers))
    for units, window, d in layers:
        out += struct.pack("<BB", units, window) + dense(d)
    out += dense(head)
    open(path, "wb").write(out)


def restore(path):
    """The parameters in a file of weights, as a student to start again from."""
    data, at = open(path, "rb").read(), 4

    def take(form):
        nonlocal at
        values = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return values

    def array(kind, *shape):
        nonlocal at
        a = np.frombuffer(data, kind, int(np.prod(shape)), at).reshape(shape)
        at += a.nbytes
        return a

    state, layers = {}, []

    def dense(name):
        inputs, outputs = take("HH")
        scale, bias = array("<f4", outputs), array("<f4", outputs)
        rows, both = BLOCK
        blocks = np.zeros((-(-outputs // rows), inputs // both, rows, both), np.int8)
        for block in blocks:
            there = np.unpackbits(array("u1", -(-inputs // both // 8)), count=inputs // both, bitorder="little").astype(bool)
            block[there] = array("i1", int(there.sum()), rows, both)
        q = blocks.transpose(0, 2, 1, 3).reshape(-1, inputs)[:outputs]
        state[name + ".weight"] = q * (scale * 1024)[:, None]
        state[name + ".bias"] = bias

    for i in range(len(ROWS)):
        shift, width, rows = take("BBH")
        state[f"tables.{i}.weight"] = array("i1", rows, width) * f32(2 ** shift / 1024)
    (count,) = take("B")
    for i in range(count):
        layers.append("%dx%d" % take("BB"))
        dense(f"layers.{i}.linear")
    dense("head")
    assert at == len(data), "not a file of weights"
    return {"layers": ",".join(layers), "state": {k: torch.tensor(np.array(v, np.float32)) for k, v in state.items()}}


def rounded(x):
    shift = f32(12582912)
    return (x + shift) - shift


def tanh(x):
    x = np.clip(x, f32(-3.646), f32(3.646))
    s = x * x
    return x * (f32(945) + s * (f32(105) + s)) / (f32(945) + s * (f32(420) + s * f32(15)))


def sigmoid(x):
    x = np.clip(x, f32(-7.292), f32(7.292))
    s = x * x
    return f32(0.5) + x * (f32(15120) + s * (f32(420) + s)) / (f32(60480) + s * (f32(6720) + s * f32(60)))


def forward(model, x):
    tables, layers, head = model
    parts = [q[x[:, i]].astype(np.int32) << shift for i, (shift, q) in enumerate(tables)]
    h = np.concatenate([parts[0] + parts[1] + parts[2], parts[3] + parts[4] + parts[5]], 1)

    def apply(d, h):
        scale, bias, q = d
        # Whole numbers below 2^53 are exact in float64.
        return (h.astype(np.float64) @ q.T.astype(np.float64)).astype(np.int32).astype(f32) * scale + bias

    for u, window, d in layers:
        if window == 3:
            pad = np.zeros_like(h[:1])
            h = np.concatenate([np.concatenate([pad, h[:-1]]), h, np.concatenate([h[1:], pad])], 1)
        g = apply(d, h)
        z, f, o = tanh(g[:, :2 * u]), sigmoid(g[:, 2 * u:4 * u]), sigmoid(g[:, 4 * u:])
        b = (f32(1) - f) * z
        c = np.zeros_like(z)
        n = len(g)
        for cols, order in ((slice(0, u), range(n)), (slice(u, 2 * u), range(n - 1, -1, -1))):
            state = np.zeros(u, f32)
            for t in order:
                state = f[t, cols] * state + b[t, cols]
                c[t, cols] = state
        h = rounded(o * c * ONE).astype(np.int32)
    return apply(head, h)


if __name__ == "__main__":
    if sys.argv[1] == "--restore":
        torch.save(restore(sys.argv[2]), sys.argv[3])
        sys.exit()
    model = quantise(sys.argv[1])
    write(sys.argv[2], *model)
    if "--check" in sys.argv:
        tok, out = sys.argv[sys.argv.index("--check") + 1:][:2]
        rows = []
        for line in open(tok, encoding="utf8"):
            d = json.loads(line)
            logits = forward(model, np.array(d["features"], np.int64).reshape(-1, 6))
            rows.append({"id": d["id"], "features": d["features"], "logits": logits.view(np.uint32).ravel().tolist()})
        json.dump(rows, open(out, "w"), separators=(",", ":"))
