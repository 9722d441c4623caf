"""Three layers without an activation, and the one that they are."""

import numpy as np

rng = np.random.default_rng(0)
sizes = [3, 5, 4, 2]  # three inputs, two hidden layers, two outputs
Ws = [rng.normal(size=(out, into)) for into, out in zip(sizes, sizes[1:])]
bs = [rng.normal(size=out) for out in sizes[1:]]


def network(X, activation):
    """X: (N, 3) -> (N, 2). The last layer has no activation."""
    for W, b in zip(Ws[:-1], bs[:-1]):
        X = activation(X @ W.T + b)
    return X @ Ws[-1].T + bs[-1]


W1, W2, W3 = Ws
b1, b2, b3 = bs
W = W3 @ W2 @ W1  # (2, 5) from the left, (2, 3) in the end
b = W3 @ (W2 @ b1 + b2) + b3  # (2,)

X = rng.normal(size=(1000, 3))
difference = np.abs(network(X, lambda z: z) - (X @ W.T + b)).max()
three = sum(w.size + v.size for w, v in zip(Ws, bs))
one = W.size + b.size
print(f"numbers in three layers: {three}, in one: {one}")
print(f"largest difference below 1e-12: {difference < 1e-12}")

bent = network(X, lambda z: np.maximum(0, z))  # the same with ReLU
A = np.c_[X, np.ones(len(X))]
best, *_ = np.linalg.lstsq(A, bent, rcond=None)  # the best single layer
miss = np.sqrt(np.mean((A @ best - bent) ** 2))
spread = np.sqrt(np.mean((bent - bent.mean(0)) ** 2))
print(f"with ReLU, the best single layer misses by {miss:.2f},")
print(f"and the mean alone by {spread:.2f}")
