"""Switch off hidden units: one at a time, then many at once."""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy()[8000:] for part in data.mnist())
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
parts = "weight", "bias"
names = [f"{n}.{part}" for n in (0, 2, 4) for part in parts]
W1, b1, W2, b2, W3, b3 = (saved[n].numpy().astype(float) for n in names)
A1 = np.maximum(images.reshape(-1, 784) @ W1.T + b1, 0)  # (2000, 256)
Z2 = A1 @ W2.T + b2


def right_without(units):
    A2 = np.maximum(Z2 - A1[:, units] @ W2[:, units].T, 0)
    return (A2 @ W3.T + b3).argmax(1) == labels  # (2000,)


right = right_without([])
whole = right.sum()
print(f"all 256 units: {whole} of 2000")
alone = np.array([right_without([unit]) for unit in range(256)])
totals = alone.sum(1)
worst, best = totals.min(), totals.max()
harmless = (totals >= whole).sum()
print(f"without one: {worst} to {best}")
lost = (right & ~alone).sum(1).max()  # right before, wrong now
print(f"lost by one: at most {lost}")

many = {}
for off in (64, 128, 224):
    rngs = [np.random.default_rng(seed) for seed in range(5)]
    choices = [rng.permutation(256)[:off] for rng in rngs]
    counts = [right_without(units).sum() for units in choices]
    many[off] = sorted(map(int, counts))
    print(f"without {off:3}: {many[off][0]:4} to {many[off][-1]}")
