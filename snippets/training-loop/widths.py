"""How often does XOR get solved? 100 random starts for each width, trained side by side."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
t = np.array([[0], [1], [1], [0]], float)
seeds, steps, lr = 100, 2000, 0.5


def train(hidden):
    """Train one network for each seed; the first axis counts the seeds."""
    draw = [np.random.default_rng(seed) for seed in range(seeds)]
    W1 = np.stack([rng.normal(size=(hidden, 2)) for rng in draw])
    W2 = np.stack([rng.normal(size=(1, hidden)) for rng in draw])
    b1, b2 = np.zeros((seeds, 1, hidden)), np.zeros((seeds, 1, 1))
    for _step in range(steps):
        A = np.tanh(X @ W1.swapaxes(1, 2) + b1)
        p = 1 / (1 + np.exp(-(A @ W2.swapaxes(1, 2) + b2)))
        dZ2 = (p - t) / len(X)
        dZ1 = (dZ2 @ W2) * (1 - A**2)
        W2 -= lr * dZ2.swapaxes(1, 2) @ A
        b2 -= lr * dZ2.sum(1, keepdims=True)
        W1 -= lr * dZ1.swapaxes(1, 2) @ X
        b1 -= lr * dZ1.sum(1, keepdims=True)
    return p[:, :, 0]  # (seeds, 4)


solved = []
for hidden in (2, 3, 4, 8):
    p = train(hidden)
    right = ((p > 0.5) == (t[:, 0] > 0.5)).all(1)
    solved.append(int(right.sum()))
    print(f"{hidden} hidden units: {solved[-1]:3} of {seeds} solved")
    if hidden == 2:
        stuck = np.sort(p[~right][0]).round(1)
print("a stuck one answers, sorted:", *stuck)
