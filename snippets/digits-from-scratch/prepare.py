"""From any drawing to what MNIST holds: a box of 20 by 20, its centre of mass in the middle."""

import numpy as np

import plainnet
from plainnet import data


def spread(length, size):
    """Shares of `length` pixels in `size` new ones: rows add up to 1."""
    ends = np.linspace(0, length, size + 1)
    low, high = np.arange(length), np.arange(length) + 1
    overlap = np.minimum(ends[1:, None], high) - np.maximum(ends[:-1, None], low)
    return np.maximum(overlap, 0) * size / length


def prepare(ink):
    rows, columns = (np.flatnonzero(ink.sum(axis)) for axis in (1, 0))
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    high, wide = (max(1, int(20 * n / max(ink.shape) + 0.5)) for n in ink.shape)
    ink = spread(ink.shape[0], high) @ ink @ spread(ink.shape[1], wide).T
    y, x = (ink.sum(axis) @ np.arange(n) / ink.sum() for axis, n in ((1, high), (0, wide)))
    top, left = (min(max(int(14.5 - c), 0), 28 - n) for c, n in ((y, high), (x, wide)))
    return np.pad(ink, ((top, 28 - high - top), (left, 28 - wide - left)))


saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
layers = [[saved[f"{k}.{part}"].numpy().astype(float) for part in ("weight", "bias")] for k in (0, 2, 4)]


def right(images):
    A = images.reshape(-1, 784)
    for W, b in layers:
        Z = A @ W.T + b
        A = np.maximum(Z, 0)
    return (Z.argmax(1) == labels).sum()


images, labels = (part.numpy()[8000:8500] for part in data.mnist())
plain, prepared = {}, {}
for n in (0, 1, 2):  # pixels up and to the left
    moved = np.pad(images.astype(float), ((0, 0), (0, n), (0, n)))[:, n:, n:]
    plain[n], prepared[n] = right(moved), right(np.array([prepare(image) for image in moved]))
    print(f"moved by {n}: {plain[n]} of 500 right, prepared first {prepared[n]}")
unchanged = sum(np.allclose(prepare(image), image) for image in images.astype(float))
print(f"prepare leaves {unchanged} of 500 as they are")
