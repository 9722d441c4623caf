"""The curvatures of the baker's loss, and the largest learning rate."""

import numpy as np

buns = np.array([1, 2, 3, 5, 8])
paid = np.array([1.50, 2.70, 3.90, 6.30, 9.90])


def curvatures(x):
    """Of the loss of a line k x + b: the lowest and the highest."""
    columns = np.c_[x, np.ones(5)]
    return np.linalg.eigvalsh(2 / 5 * columns.T @ columns)


def loss_after(x, rate, steps=200):
    k = b = 0.0
    for _ in range(steps):
        miss = k * x + b - paid
        k = k - rate * (2 * miss * x).mean()
        b = b - rate * (2 * miss).mean()
    return ((k * x + b - paid) ** 2).mean()


flat, steep = curvatures(buns)
limit, uneven = 2 / steep, steep / flat
print(f"curvatures {flat:.2f} and {steep:.2f}")
print(f"so the limit is {limit:.4f}")
below = loss_after(buns, 0.99 * limit)
above = loss_after(buns, 1.01 * limit)
print(f"1 % below it, 200 steps: loss {below:.3f}")
print(f"1 % above it, 200 steps: loss {above:,.0f}")

scaled = (buns - buns.mean()) / buns.std()
even = curvatures(scaled)
one = loss_after(scaled, 0.5, steps=1)
print(f"scaled buns: curvatures {even[0]:.2f} and {even[1]:.2f}")
print(f"one step with rate 0.5: loss {one:.4f}")
