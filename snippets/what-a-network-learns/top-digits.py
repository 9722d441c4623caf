"""Which digits make a hidden unit answer loudest? And is one unit more telling than a random mixture?"""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy()[8000:] for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
trained = [[saved[f"{n}.{p}"].numpy().astype(float) for p in ("weight", "bias")] for n in (0, 2)]


def start(seed):
    rng, sizes = np.random.default_rng(seed), [(784, 256), (256, 128)]
    return [[rng.uniform(-1, 1, shape) / D**0.5 for shape in ((K, D), K)] for D, K in sizes]


def second_layer(layers):
    A = X
    for W, b in layers:
        A = np.maximum(A @ W.T + b, 0)
    return A  # (2000, 128)


def top_ten(A):
    return labels[np.argsort(-A, axis=0, kind="stable")[:10]]  # (10, units)


def same(A):
    """Of a column's ten digits, how many are of the commonest class; on average."""
    return np.mean([np.bincount(column).max() for column in top_ten(A).T])


A = second_layer(trained)
for unit in (0, 1, 2, 3):
    print(f"unit {unit}:", *top_ten(A)[:, unit])
units, untrained = same(A), [same(second_layer(start(seed))) for seed in range(3)]
mixtures = [same(A @ np.random.default_rng(seed).normal(size=(128, 128))) for seed in range(3)]
print(f"of one class, trained units:   {units:.1f} of 10")
print("of one class, untrained units:", *[f"{n:.1f}" for n in untrained])
print("of one class, random mixtures:", *[f"{n:.1f}" for n in mixtures])
