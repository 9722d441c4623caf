"""Find two numbers by luck, and by feeling which way is down."""

import random

buns = [1, 2, 3, 5, 8]
paid = [1.50, 2.70, 3.90, 6.30, 9.90]


def loss(k, b):
    """The mean of the squared misses of the line k x + b."""
    return sum((k * x + b - y) ** 2 for x, y in zip(buns, paid)) / 5


def by_luck(tries, seed):
    """The smallest loss among random lines."""
    draw = random.Random(seed)
    pairs = [(draw.uniform(-2, 2), draw.uniform(-2, 2)) for _ in range(tries)]
    return min(loss(k, b) for k, b in pairs)


def slopes(k, b, h=1e-4):
    """Nudge each number up and down, and see how the loss changes."""
    slope_k = (loss(k + h, b) - loss(k - h, b)) / (2 * h)
    slope_b = (loss(k, b + h) - loss(k, b - h)) / (2 * h)
    return slope_k, slope_b


def by_slopes(tries):
    """Turn both numbers against their slopes, again and again."""
    k = b = 0.0
    for _ in range(tries // 4):  # a step looks at the loss four times
        slope_k, slope_b = slopes(k, b)
        k, b = k - 0.04 * slope_k, b - 0.04 * slope_b
    return loss(k, b)


print("looks   by luck   by slopes   (luck: middle of 21)")
for tries in (40, 400, 4000):
    luck = sorted(by_luck(tries, seed) for seed in range(21))
    print(f"{tries:5} {luck[10]:9.4f} {by_slopes(tries):11.4f}")

up, down = loss(0.01, 0), loss(-0.01, 0)  # k nudged by 0.01
first = slopes(0, 0)
k1 = 0 - 0.04 * first[0]
