"""How easily is the digit read from pixels and from hidden layers?"""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy() for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
X = np.r_[X[:500], X[8000:8500]]
old, new = labels[:500], labels[8000:8500]
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))


def loaded(layer):
    names = f"{layer}.weight", f"{layer}.bias"
    return [saved[name].numpy().astype(float) for name in names]


trained = [loaded(0), loaded(2)]


def start(seed):
    rng = np.random.default_rng(seed)

    def layer(D, K):
        shapes = (K, D), K
        return [rng.uniform(-1, 1, shape) / D**0.5 for shape in shapes]

    return [layer(784, 256), layer(256, 128)]


def probe(A):  # ten linear scores, fitted to the first 500
    A = A - A[:500].mean(0)
    A /= (A[:500] ** 2).sum(1).mean() ** 0.5  # all places on one scale
    A = np.c_[A, np.ones(len(A))]
    fit, wanted = A[:500], np.eye(10)[old]
    normal = fit.T @ fit + np.eye(A.shape[1])
    return (A[500:] @ np.linalg.solve(normal, fit.T @ wanted)).argmax(1)


def neighbour(A):  # the answer of the nearest of the first 500
    known = A[:500]
    return old[((known**2).sum(1) - 2 * A[500:] @ known.T).argmin(1)]


def right(A):
    return [int((read(A) == new).sum()) for read in (probe, neighbour)]


found = {"pixels": [right(X)]}
networks = {"trained": trained}
networks |= {f"start {seed}": start(seed) for seed in range(3)}
for name, ((W1, b1), (W2, b2)) in networks.items():
    A1 = np.maximum(X @ W1.T + b1, 0)
    A2 = np.maximum(A1 @ W2.T + b2, 0)
    found[name] = [right(A1), right(A2)]
for k, reader in enumerate(("linear probe", "nearest neighbour")):
    print(f"{reader}, of 500:")
    for name, places in found.items():
        print(f"  {name:8}", *[f"{counts[k]:4}" for counts in places])
