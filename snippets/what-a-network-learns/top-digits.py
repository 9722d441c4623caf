"""Which digits make a unit, or a random mixture, answer loudest?"""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy()[8000:] for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))


def loaded(layer):
    names = f"{layer}.weight", f"{layer}.bias"
    return [saved[name].numpy().astype(float) for name in names]


trained = [loaded(0), loaded(2)]


def start(rng):
    def layer(D, K):
        shapes = (K, D), K
        return [rng.uniform(-1, 1, shape) / D**0.5 for shape in shapes]

    return [layer(784, 256), layer(256, 128)]


def second_layer(layers):
    A = X
    for W, b in layers:
        A = np.maximum(A @ W.T + b, 0)
    return A  # (2000, 128)


def top_ten(A):
    order = np.argsort(-A, axis=0, kind="stable")
    return labels[order[:10]]  # (10, 128)


def same(A):
    """How many of the ten are of one class, on average."""
    most = [np.unique(ten, return_counts=True)[1].max() for ten in top_ten(A).T]
    return np.mean(most)


A = second_layer(trained)
for unit in (0, 1, 2, 3):
    print(f"unit {unit}:", *top_ten(A)[:, unit])
units, untrained, mixtures = same(A), [], []
for seed in range(8):
    rng = np.random.default_rng(seed)
    untrained.append(same(second_layer(start(rng))))
    mixtures.append(same(A @ rng.normal(size=(128, 128))))
untrained.sort()
mixtures.sort()
print("of the ten, of one class:")
print(f"  trained units:   {units:.1f}")
print(f"  untrained units: {untrained[0]:.1f} to {untrained[-1]:.1f}")
print(f"  random mixtures: {mixtures[0]:.1f} to {mixtures[-1]:.1f}")
