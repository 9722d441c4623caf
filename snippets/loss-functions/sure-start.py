"""Ten scores for a digit, learned with two losses, from starts that are more and more sure."""

import numpy as np

from plainnet.data import digits

images, labels = (part.numpy() for part in digits())
X, new = images.reshape(-1, 64)[:1000], images.reshape(-1, 64)[1000:]
t, answers = labels[:1000], labels[1000:]
Y = np.eye(10)[t]  # one-hot


def cross_entropy(p):
    return p - Y


def squared(p):
    """The slopes of Σ (p − y)², through the softmax."""
    g = 2 * (p - Y)
    return p * (g - (g * p).sum(1, keepdims=True))


def trained(push, size, seed, rate=3):
    """The share of new digits that one layer names after 100 steps."""
    W, b = size * np.random.default_rng(seed).normal(size=(10, 64)), np.zeros(10)
    for _ in range(100):
        Z = X @ W.T + b  # (1000, 10)
        e = np.exp(Z - Z.max(1, keepdims=True))
        slopes = push(e / e.sum(1, keepdims=True)) / len(X)
        W, b = W - rate * slopes.T @ X, b - rate * slopes.sum(0)
    return np.mean((new @ W.T + b).argmax(1) == answers)


print("first weights  cross-entropy  squared error")
for size in (0.01, 1, 3):
    ranges = []
    for push in (cross_entropy, squared):
        shares = sorted(trained(push, size, seed) for seed in range(3))
        ranges.append(f"{shares[0]:.0%} to {shares[-1]:.0%}")
    print(f"{size:13}  {ranges[0]:>13}  {ranges[1]:>13}")
