"""A step against the trained network in every pixel, and a random step of the same size."""

import numpy as np

import plainnet
from plainnet import data, draw

images, labels = (part.numpy()[8000:] for part in data.mnist())
X = images.reshape(-1, 784).astype(float)  # 0 paper ... 1 ink
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
W, b = (
    [saved[f"{layer}.{part}"].numpy().astype(float) for layer in (0, 2, 4)] for part in ("weight", "bias")
)


def scores(X):
    A1 = np.maximum(X @ W[0].T + b[0], 0)
    A2 = np.maximum(A1 @ W[1].T + b[1], 0)
    return A1, A2, A2 @ W[2].T + b[2]


# --8<-- [start:step]
def slope(X):
    """How the loss changes with every pixel."""
    A1, A2, Z = scores(X)
    p = np.exp(Z - Z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    return (((p @ W[2]) * (A2 > 0)) @ W[1] * (A1 > 0)) @ W[0]


def right(X):
    return 100 * np.mean(scores(X)[2].argmax(1) == labels)


against = np.sign(slope(X))
chance = np.sign(np.random.default_rng(0).normal(size=X.shape))
EPSILONS = (0, 0.02, 0.05, 0.1, 0.2)
attacked, shaken = ([right(np.clip(X + e * step, 0, 1)) for e in EPSILONS] for step in (against, chance))
# --8<-- [end:step]
print("step  ", "".join(f"{e:7}" for e in EPSILONS))
print("against", "".join(f"{r:7.1f}" for r in attacked)[1:])
print("random ", "".join(f"{r:7.1f}" for r in shaken)[1:])

changed = np.clip(X + 0.1 * against, 0, 1)
before, after = (scores(x)[2].argmax(1) for x in (X, changed))
first = np.flatnonzero((before == labels) & (after != labels))[:3]
pictures = np.r_[X[first], changed[first]].reshape(-1, 28, 28)
names = [f"a {labels[i]}" for i in first] + [f"“{after[i]}”" for i in first]
draw.Images(pictures, names, columns=3, title="Digits before and after").save("fgsm.svg")
