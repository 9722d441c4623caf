"""The same loop, started with all numbers at 0, or with all at 0.5."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
t = np.array([[0], [1], [1], [0]], float)

for start in (0.0, 0.5):
    W1, b1 = np.full((4, 2), start), np.full(4, start)
    W2, b2 = np.full((1, 4), start), np.full(1, start)
    for step in range(2001):
        A = np.tanh(X @ W1.T + b1)
        p = 1 / (1 + np.exp(-(A @ W2.T + b2)))
        loss = -(t * np.log(p) + (1 - t) * np.log(1 - p)).mean()
        dZ2 = (p - t) / len(X)
        dZ1 = (dZ2 @ W2) * (1 - A**2)
        W1, b1 = W1 - 0.5 * dZ1.T @ X, b1 - 0.5 * dZ1.sum(0)
        W2, b2 = W2 - 0.5 * dZ2.T @ A, b2 - 0.5 * dZ2.sum(0)
    same = np.ptp(W1, axis=0).max() < 1e-9
    print(f"all at {start}: loss {loss:.4f}, units alike: {same}")
