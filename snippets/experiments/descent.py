"""Test error against the number of features: down, up at the number of examples, down again."""

import numpy as np

from plainnet import data, draw

images, labels = (part.numpy() for part in data.digits())
X, T = images.reshape(-1, 64).astype(float), np.eye(10)[labels]
N, SEEDS = 200, 3
COUNTS = [25, 50, 100, 150, 200, 250, 400, 800, 1600]


def errors(count, penalty, seed):
    """The share of new digits read wrongly, with so many random ReLU features."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(X))
    old, new = order[:N], order[N:]
    A = np.maximum(X @ rng.normal(0, 0.3, (64, count)), 0)
    wanted = T[old]
    wrong = rng.choice(N, N // 5, replace=False)  # a fifth of the labels are noise
    wanted[wrong] = T[rng.permutation(old)[: len(wrong)]]
    u, s, v = np.linalg.svd(A[old], full_matrices=False)
    s_inverse = s / (s**2 + penalty)
    weights = v.T @ (s_inverse[:, None] * (u.T @ wanted))
    return 100 * np.mean((A[new] @ weights).argmax(1) != labels[new])


free, held = (
    [np.median([errors(count, penalty, seed) for seed in range(SEEDS)]) for count in COUNTS]
    for penalty in (1e-9, 10.0)
)
print("features ", "".join(f"{count:6}" for count in COUNTS))
print("no penalty", "".join(f"{error:6.1f}" for error in free)[1:])
print("penalty   ", "".join(f"{error:6.1f}" for error in held)[1:])

plane = draw.Plane(x=(1.3, 3.3), y=(0, 100), names=("features", "%"), equal=False)
plane.walk(np.c_[np.log10(COUNTS), free], label="no penalty")
plane.walk(np.c_[np.log10(COUNTS), held], label="penalty")
plane.save("descent.svg")
