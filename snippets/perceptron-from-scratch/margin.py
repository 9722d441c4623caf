"""Count the mistakes on separable data, and compare with the bound (R / margin)²."""

import math

import numpy as np


def data(rng, gap):
    """100 examples (x1, x2, 1), at least `gap` away from a random boundary u."""
    turn, shift = rng.uniform(0, 2 * math.pi), rng.uniform(-0.5, 0.5)
    u = np.array([math.cos(turn), math.sin(turn), shift])
    u /= np.linalg.norm(u)  # length 1
    X = np.c_[rng.uniform(-1, 1, (20000, 2)), np.ones(20000)]  # (N, 3)
    X = X[np.abs(X @ u) >= gap][:100]
    return X, (X @ u > 0).astype(int), u


def mistakes(X, targets):
    """All mistakes until an epoch passes without one."""
    w, total, before = np.zeros(3), 0, -1  # w[2] is the bias
    while total != before:
        before = total
        for x, target in zip(X, targets):
            error = target - int(w @ x >= 0)
            w, total = w + error * x, total + abs(error)
    return total


gaps, seeds = [0.3, 0.1, 0.03, 0.01], 25
middle, closest, runs = [], 0, len(gaps) * seeds
print("         mistakes         least")
print(" gap  least median most     bound")
for gap in gaps:
    made, bounds = [], []
    for seed in range(seeds):
        X, targets, u = data(np.random.default_rng(seed), gap)
        bounds.append((X**2).sum(1).max() / np.abs(X @ u).min() ** 2)
        made.append(mistakes(X, targets))
    middle.append(np.median(made))
    closest = max(closest, *(m / bound for m, bound in zip(made, bounds)))
    print(f"{gap:4} {min(made):6} {middle[-1]:6.0f} {max(made):4} {min(bounds):9.0f}")
print(f"closest to its bound: {closest:.0%} of it")
