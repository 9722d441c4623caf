"""How easy is it to read the digit from pixels and from hidden layers?"""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy() for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
X = np.r_[X[:1000], X[8000:9000]]
old, new = labels[:1000], labels[8000:9000]
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
names = [(f"{n}.weight", f"{n}.bias") for n in (0, 2)]
trained = [[saved[name].numpy().astype(float) for name in pair] for pair in names]


def start(seed):
    rng = np.random.default_rng(seed)

    def layer(D, K):
        return [rng.uniform(-1, 1, shape) / D**0.5 for shape in ((K, D), K)]

    return [layer(784, 256), layer(256, 128)]


def probe(A):  # ten linear scores, fitted to the first thousand
    A = np.c_[A, np.ones(len(A))]
    fit, wanted = A[:1000], np.eye(10)[old]
    normal = fit.T @ fit + 10 * np.eye(A.shape[1])
    return (A[1000:] @ np.linalg.solve(normal, fit.T @ wanted)).argmax(1)


def neighbour(A):  # the answer of the nearest of the first thousand
    known = A[:1000]
    return old[((known**2).sum(1) - 2 * A[1000:] @ known.T).argmin(1)]


def right(layers):
    places = [X]
    for W, b in layers:
        places.append(np.maximum(places[-1] @ W.T + b, 0))
    readers = probe, neighbour
    return [[int((read(A) == new).sum()) for A in places] for read in readers]


found = {"trained": right(trained)}
for seed in range(3):
    found[f"start {seed}"] = right(start(seed))
print("of 1000  pixels  256  128")
for k, reader in enumerate(("linear probe", "nearest neighbour")):
    print(reader)
    for name, counts in found.items():
        print(f"  {name:8}", *[f"{n:4}" for n in counts[k]])
