"""Three wrong ways back: does the check notice? And does the network learn all the same?"""

import numpy as np

NAMES = ["the right way", "slope of tanh left out", "mean for sum in the biases", "biases left out"]
seeds, steps = 10, 300


def forward(theta, X, T):
    W1, b1, W2, b2 = theta
    A = np.tanh(X @ W1.T + b1)
    miss = A @ W2.T + b2 - T
    return A, miss, np.mean(miss**2)


def backward(theta, X, T, bug):
    A, miss, _ = forward(theta, X, T)
    dZ2 = 2 * miss / len(X)
    dZ1 = (dZ2 @ theta[2]) * (1 if bug == 1 else 1 - A**2)
    share = [1, 1, 1 / len(X), 0][bug]
    return [dZ1.T @ X, share * dZ1.sum(0), dZ2.T @ A, share * dZ2.sum(0)]


def noticed(theta, X, T, bug, way, h=1e-5):
    """Nudge all parameters at once, along a random direction."""
    up, down = ([p + s * w for p, w in zip(theta, way)] for s in (h, -h))
    nudged = (forward(up, X, T)[2] - forward(down, X, T)[2]) / (2 * h)
    ours = sum((g * w).sum() for g, w in zip(backward(theta, X, T, bug), way))
    return abs(ours - nudged) > 1e-6 * abs(nudged)


print("                            noticed   loss in the end (least to most)")
median, before = [], []
for bug, name in enumerate(NAMES):
    caught, losses = 0, []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        theta, way = ([rng.normal(size=s) for s in ((8, 2), 8, (1, 8), 1)] for _ in "ab")
        X = rng.uniform(-1, 1, size=(32, 2))
        T = 2 * X[:, :1] * X[:, 1:]  # wanted: twice the product
        before.append(forward(theta, X, T)[2])
        caught += noticed(theta, X, T, bug, way)
        for _ in range(steps):
            theta = [p - 0.1 * g for p, g in zip(theta, backward(theta, X, T, bug))]
        losses.append(forward(theta, X, T)[2])
    median.append(np.median(losses))
    print(f"{name:26}  {caught:2} of {seeds}  {median[-1]:.2f} ({min(losses):.2f} to {max(losses):.2f})")
start = np.median(before)
print(f"before the first step the loss is {start:.2f}")
