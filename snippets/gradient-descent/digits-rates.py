"""One network, 200 steps, five learning rates, three starts each."""

import numpy as np

from plainnet.data import digits

images, labels = (tensor.numpy() for tensor in digits())
X = images.reshape(-1, 64).astype(float)
train, test = slice(0, 400), slice(1000, 1797)
Y = np.eye(10)[labels[train]]


def accuracy(rate, seed):
    """On unseen digits, of a 64-16-10 network trained full-batch."""
    rng = np.random.default_rng(seed)
    W1, b1 = rng.normal(size=(16, 64)) * np.sqrt(2 / 64), np.zeros(16)
    W2, b2 = rng.normal(size=(10, 16)) * np.sqrt(2 / 16), np.zeros(10)
    for _ in range(200):
        a = np.maximum(0, X[train] @ W1.T + b1)
        z = a @ W2.T + b2
        e = np.exp(z - z.max(1, keepdims=True))
        d2 = (e / e.sum(1, keepdims=True) - Y) / 400  # the way back:
        d1 = (d2 @ W2) * (a > 0)  # see the next chapter
        W2, b2 = W2 - rate * d2.T @ a, b2 - rate * d2.sum(0)
        W1, b1 = W1 - rate * d1.T @ X[train], b1 - rate * d1.sum(0)
    z = np.maximum(0, X[test] @ W1.T + b1) @ W2.T + b2
    return (z.argmax(1) == labels[test]).mean()


rates = (0.001, 0.01, 0.1, 0.5, 3)
shares = []
print(" rate   right on unseen digits")
for rate in rates:
    shares.append([accuracy(rate, seed) for seed in range(3)])
    print(f"{rate:5}  ", *(f"{share:4.0%}" for share in shares[-1]))
