"""Eleven families of networks, each as a small member, and what there is to learn in it."""

from torch import nn


def stack(*widths):
    pairs = zip(widths, widths[1:])
    return nn.Sequential(*[nn.Linear(i, o) for i, o in pairs])  # activations have no parameters


# --8<-- [start:members]
def dense(n, h, k):
    return stack(n, h, k)


def convolutional(c, f, w, k):  # two layers of w by w windows, a mean over all places, scores
    return nn.ModuleList([nn.Conv2d(c, f, w), nn.Conv2d(f, 2 * f, w), nn.Linear(2 * f, k)])


def recurrent(d, m, k):
    return nn.ModuleList([nn.LSTM(d, m), nn.Linear(m, k)])


def transformer(v, t, d, b):  # words, places, b blocks; the words’ table serves again at the end
    blocks = [nn.TransformerEncoderLayer(d, 1, 4 * d) for _ in range(b)]
    return nn.ModuleList([nn.Embedding(v, d), nn.Embedding(t, d), *blocks])


def graph(d, m, k):  # two rounds of a mean over the neighbours and a Linear
    return stack(d, m, k)


def autoencoder(n, h, z):  # variational: the door is z means and z spreads
    return nn.ModuleList([stack(n, h, 2 * z), stack(z, h, n)])


def adversarial(z, h, n):  # a forger, a detective
    return nn.ModuleList([stack(z, h, n), stack(n, h, 1)])


def diffusion(n, e, h):  # a noisy picture and a list of e numbers that says how noisy
    return stack(n + e, h, h, n)


def siamese(n, h, z):  # used twice, counted once
    return stack(n, h, z)


def sparse(d, w, x):  # a router, x experts
    return nn.ModuleList([nn.Linear(d, x), *(stack(d, w, d) for _ in range(x))])


def hybrid(c, f, w, m, k):  # see each frame, follow the frames, weigh them, answer
    return nn.ModuleList([nn.Conv2d(c, f, w), nn.GRU(f, m), nn.MultiheadAttention(m, 1), nn.Linear(m, k)])


# --8<-- [end:members]
small = {
    dense: {"n": 784, "h": 128, "k": 10},
    convolutional: {"c": 1, "f": 16, "w": 3, "k": 10},
    recurrent: {"d": 64, "m": 128, "k": 10},
    transformer: {"v": 1000, "t": 64, "d": 64, "b": 2},
    graph: {"d": 34, "m": 16, "k": 2},
    autoencoder: {"n": 784, "h": 128, "z": 16},
    adversarial: {"z": 64, "h": 128, "n": 784},
    diffusion: {"n": 784, "e": 32, "h": 256},
    siamese: {"n": 784, "h": 128, "z": 32},
    sparse: {"d": 64, "w": 256, "x": 8},
    hybrid: {"c": 3, "f": 16, "w": 3, "m": 64, "k": 10},
}
counts = {}
for make, sizes in small.items():
    counts[make.__name__] = sum(p.numel() for p in make(**sizes).parameters())
    print(f"{make.__name__:14}{counts[make.__name__]:8,}")
at_work = sum(p.numel() for p in sparse(64, 256, 1).parameters()) + 7 * 64 + 7
print(f"at work for one word in the sparse one: {at_work:,}")
