"""Backpropagation against nudging, for nudges of many sizes."""

import numpy as np

seeds = 8


def cut(theta):
    """One flat list of 49 numbers as W1 (8, 4), b1 (8,), W2 (1, 8), b2 (1,)."""
    W1, b1, W2, b2 = np.split(theta, [32, 40, 48])
    return W1.reshape(8, 4), b1, W2.reshape(1, 8), b2


def loss(theta, X, T):
    W1, b1, W2, b2 = cut(theta)
    return np.mean((np.tanh(X @ W1.T + b1) @ W2.T + b2 - T) ** 2)


def backward(theta, X, T):
    W1, b1, W2, b2 = cut(theta)
    A = np.tanh(X @ W1.T + b1)
    dZ2 = 2 * (A @ W2.T + b2 - T) / len(X)
    dZ1 = (dZ2 @ W2) * (1 - A**2)
    return np.concatenate([(dZ1.T @ X).ravel(), dZ1.sum(0), (dZ2.T @ A).ravel(), dZ2.sum(0)])


def error(seed, h):
    """The length of the difference, as a share of the length of the gradient."""
    rng = np.random.default_rng(seed)
    theta, X, T = rng.normal(size=49), rng.normal(size=(10, 4)), rng.normal(size=(10, 1))
    ours = backward(theta, X, T)
    nudged = [(loss(theta + s, X, T) - loss(theta - s, X, T)) / (2 * h) for s in h * np.eye(49)]
    return np.linalg.norm(nudged - ours) / np.linalg.norm(ours)


print("nudge   digits that agree")
for power in range(-1, -13, -1):
    logs = [np.log10(error(seed, 10.0**power)) for seed in range(seeds)]
    digits = int(-np.mean(logs))
    print(f"10^{power:<4} {digits:2} {'#' * digits}")
