"""The trained network with fewer bits, and with fewer weights."""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy()[8000:] for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
layers = [[saved[f"{k}.{part}"].numpy().astype(float) for part in ("weight", "bias")] for k in (0, 2, 4)]


def right(change):
    A = X
    for k, (W, b) in enumerate(layers):
        A = A @ change(W).T + b
        A = np.maximum(A, 0) if k < 2 else A
    return 100 * np.mean(A.argmax(1) == labels)


def rounded(bits):
    """Whole numbers from -most to most, and one scale for each row."""
    most = 2 ** (bits - 1) - 1

    def change(W):
        scale = np.abs(W).max(1, keepdims=True) / most
        return np.rint(W / scale) * scale

    return change


def pruned(share):
    """Without the smallest weights of each layer."""
    return lambda W: W * (np.abs(W) >= np.quantile(np.abs(W), share))


weights = sum(W.size for W, _ in layers)
whole = right(lambda W: W)
print(f"{weights:,} weights in 32 bits: {4 * weights / 1e6:.2f} MB, {whole:.1f}% right")
bits = {n: right(rounded(n)) for n in (8, 4, 3, 2)}
cut = {share: right(pruned(share)) for share in (0.5, 0.8, 0.9, 0.95)}
for n, percent in bits.items():
    print(f"{n} bits: {n * weights / 8e6:.2f} MB, {percent:.1f}%")
for share, percent in cut.items():
    print(f"{share:.0%} of the weights set to 0: {percent:.1f}%")
