"""Five epochs each: what do batches make of the same work?"""

import numpy as np

from plainnet.data import digits

images, labels = (tensor.numpy() for tensor in digits())
X = images.reshape(-1, 64)[:512].astype(float)
X = np.c_[X, np.ones(512)]  # the 1 carries the bias
Y = np.eye(10)[labels[:512]]


def shares(W, X):
    z = X @ W.T
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def learned(batch, rate, seed, epochs=5):
    """The loss on all 512 after some epochs of shuffled batches."""
    rng = np.random.default_rng(seed)
    W = np.zeros((10, 65))
    for _ in range(epochs):
        for rows in rng.permutation(512).reshape(-1, batch):
            misses = shares(W, X[rows]) - Y[rows]
            W = W - rate * misses.T @ X[rows] / batch
    return -np.log((shares(W, X) * Y).sum(1)).mean()


table = {}
print("batch  steps  loss after 5 epochs, lowest to highest of 3 seeds")
for batch in (512, 64, 8, 1):
    rates = (0.1, 1) if batch > 1 else (0.1,)
    table[batch] = [[learned(batch, rate, seed) for seed in range(3)] for rate in rates]
    cells = [
        f"rate {r}: {min(found):.2f} to {max(found):.2f}"
        for r, found in zip(rates, table[batch], strict=True)
    ]
    print(f"{batch:5}  {5 * 512 // batch:5}  ", "   ".join(cells))
