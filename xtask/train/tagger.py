"""The student: hashed embeddings, quasi-recurrent layers in both directions, four softmax heads."""
import torch
from torch import nn

ROWS = (8192, 2048, 2048, 16, 8, 16)
BLOCK = (8, 2)  # outputs and inputs of a block of a layer's weights that is there or not: `kernel::Pair` of the core
WORDS, PLACES = 48, 16  # width of the first three tables' sum and of the last three's


class Scan(torch.autograd.Function):
    """c[t] = f[t] * c[t-1] + b[t] over the first axis."""

    @staticmethod
    def forward(ctx, f, b):
        c = torch.empty_like(b)
        h = torch.zeros_like(b[0])
        for t in range(b.shape[0]):
            h = torch.addcmul(b[t], f[t], h, out=c[t])
        ctx.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(ctx, grad):
        f, c = ctx.saved_tensors
        g = torch.empty_like(grad)
        g[-1] = grad[-1]
        for t in range(grad.shape[0] - 2, -1, -1):
            torch.addcmul(grad[t], f[t + 1], g[t + 1], out=g[t])
        df = torch.zeros_like(f)
        df[1:] = g[1:] * c[:-1]
        return df, g


class Layer(nn.Module):
    """A quasi-recurrent layer (Bradbury et al. 2017) with candidate, forget and output gates, in both directions."""

    def __init__(self, width, units, window):
        super().__init__()
        self.window, self.units = window, units
        self.linear = nn.Linear(width * window, 6 * units)
        with torch.no_grad():  # start with a long memory
            self.linear.bias[2 * units:4 * units] = torch.linspace(0.0, 3.0, units).repeat(2)

    def forward(self, x, mask):  # x: (time, batch, width)
        if self.window == 3:
            pad = torch.zeros_like(x[:1])
            x = torch.cat([torch.cat([pad, x[:-1]]), x, torch.cat([x[1:], pad])], -1)
        u = self.units
        g = self.linear(x)
        z, f, o = torch.tanh(g[..., :2 * u]), torch.sigmoid(g[..., 2 * u:4 * u]), torch.sigmoid(g[..., 4 * u:])
        z, f = z * mask, f
        b = (1 - f) * z
        # The second half of the units reads from the end.
        flip = lambda a: torch.cat([a[..., :u], a[..., u:].flip(0)], -1)
        c = flip(Scan.apply(flip(f).contiguous(), flip(b).contiguous()))
        return o * c * mask


class Tagger(nn.Module):
    def __init__(self, layers=((64, 3), (64, 1), (48, 1)), drop=0.3):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(n, WORDS if i < 3 else PLACES) for i, n in enumerate(ROWS))
        for t in self.tables:
            nn.init.normal_(t.weight, std=0.3)
        width, self.layers = WORDS + PLACES, nn.ModuleList()
        for units, window in layers:
            self.layers.append(Layer(width, units, window))
            width = 2 * units
        self.head = nn.Linear(width, 12)
        self.drop = drop

    def forward(self, x, mask):  # x: (time, batch, 6)
        e = [t(x[..., i]) for i, t in enumerate(self.tables)]
        if self.training:  # now and then a word is unknown, so that the rest learns to carry it
            keep = (torch.rand_like(e[0][..., :1]) > 0.08).float()
            e[0] = e[0] * keep
        h = torch.cat([e[0] + e[1] + e[2], e[3] + e[4] + e[5]], -1) * mask
        for layer in self.layers:
            if self.training:  # the same units are dropped all along a sequence
                h = h * torch.bernoulli(torch.full_like(h[:1], 1 - self.drop)) / (1 - self.drop)
            h = layer(h, mask)
        if self.training:
            h = h * torch.bernoulli(torch.full_like(h[:1], 1 - self.drop)) / (1 - self.drop)
        return self.head(h).unflatten(-1, (4, 3))
