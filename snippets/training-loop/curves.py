"""Training and test loss on 30 noisy points: the first falls on, the second turns."""

import numpy as np

from plainnet import draw


def moons(n, rng, noise=0.35):
    kind, angle = np.arange(n) % 2, np.pi * rng.random(n)
    upper = np.c_[np.cos(angle), np.sin(angle)]
    lower = np.c_[1 - np.cos(angle), 0.5 - np.sin(angle)]
    return np.where(kind[:, None] == 0, upper, lower) + noise * rng.normal(size=(n, 2)), kind[:, None]


def loss(z, t):
    return (np.logaddexp(0, z) - t * z).mean()  # cross-entropy, from the sums


def train(seed, hidden=20, steps=1500, lr=0.5):
    rng = np.random.default_rng(seed)
    (X, t), (Xtest, ttest) = moons(30, rng), moons(300, rng)
    W1, b1 = 2 * rng.normal(size=(hidden, 2)), 2 * rng.normal(size=hidden)
    W2, b2 = rng.normal(size=(1, hidden)) / hidden**0.5, np.zeros(1)
    rows = []
    for step in range(steps + 1):
        A = np.tanh(X @ W1.T + b1)
        z = A @ W2.T + b2
        if step % 20 == 0:
            far = np.tanh(Xtest @ W1.T + b1) @ W2.T + b2
            rows.append([step, loss(z, t), loss(far, ttest), ((far > 0) == ttest).mean()])
        dZ2 = (1 / (1 + np.exp(-z)) - t) / len(X)
        dZ1 = (dZ2 @ W2) * (1 - A**2)
        W1, b1 = W1 - lr * dZ1.T @ X, b1 - lr * dZ1.sum(0)
        W2, b2 = W2 - lr * dZ2.T @ A, b2 - lr * dZ2.sum(0)
    return np.array(rows)


runs = [train(seed) for seed in range(5)]
best, end = [min(run, key=lambda row: row[2]) for run in runs], [run[-1] for run in runs]
print("     | at its best     | at the end")
print("seed | step test right | own  test right")
for seed, (b, e) in enumerate(zip(best, end)):
    print(f"{seed:4} | {b[0]:4.0f} {b[2]:4.2f} {b[3]:5.0%} | {e[1]:4.2f} {e[2]:4.2f} {e[3]:5.0%}")

plane = draw.Plane(x=(0, 1500), y=(0, 1), equal=False, names=("step", "loss"), title="Two learning curves")
plane.curve(lambda x: np.interp(x, runs[0][:, 0], runs[0][:, 1]), label="training", points=76)
plane.curve(lambda x: np.interp(x, runs[0][:, 0], runs[0][:, 2]), label="test", dashed=True, points=76)
plane.save("curves.svg")
