"""How easy is it to read the digit at each place: the pixels, 256 hidden units, 128 hidden units?"""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy() for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
X, old, new = np.r_[X[:1000], X[8000:9000]], labels[:1000], labels[8000:9000]
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
trained = [[saved[f"{n}.{p}"].numpy().astype(float) for p in ("weight", "bias")] for n in (0, 2)]


def start(seed):
    rng, sizes = np.random.default_rng(seed), [(784, 256), (256, 128)]
    return [[rng.uniform(-1, 1, shape) / D**0.5 for shape in ((K, D), K)] for D, K in sizes]


def probe(A):  # ten linear scores, fitted to the first thousand
    A = np.c_[A, np.ones(len(A))]
    normal = A[:1000].T @ A[:1000] + 10 * np.eye(A.shape[1])
    return (A[1000:] @ np.linalg.solve(normal, A[:1000].T @ np.eye(10)[old])).argmax(1)


def neighbour(A):  # the answer of the nearest of the first thousand
    return old[((A[:1000] ** 2).sum(1) - 2 * A[1000:] @ A[:1000].T).argmin(1)]


def right(layers):
    places = [X]
    for W, b in layers:
        places.append(np.maximum(places[-1] @ W.T + b, 0))
    return [[int((reader(A) == new).sum()) for A in places] for reader in (probe, neighbour)]


found = {"trained": right(trained)} | {f"start {seed}": right(start(seed)) for seed in range(3)}
print("of 1000 right    linear probe    nearest neighbour")
for name, (linear, near) in found.items():
    print(f"{name:12}", *[f"{n:5}" for n in linear], "  ", *[f"{n:5}" for n in near])
