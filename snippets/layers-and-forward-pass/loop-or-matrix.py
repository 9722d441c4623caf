"""256 neurons on one image: in a loop, and as a matrix product."""

from time import perf_counter

import numpy as np

rng = np.random.default_rng(0)
x, b = rng.random(784), rng.normal(size=256)
W = rng.normal(size=(256, 784))


def loop(W, x, b):
    """One multiplication at a time."""
    z, count = [], 0
    for row, bias in zip(W.tolist(), b.tolist()):
        total = bias
        for w, value in zip(row, x.tolist()):
            total += w * value
            count += 1
        z.append(total)
    return np.array(z), count


def seconds(task):
    start = perf_counter()
    task()
    return perf_counter() - start


z, count = loop(W, x, b)
print(f"multiplications: {count:,}")
print("matrix product gives the same:", np.allclose(z, W @ x + b))
slow = seconds(lambda: loop(W, x, b))
fast = min(seconds(lambda: W @ x + b) for _ in range(20))
print("and is more than ten times as fast:", slow > 10 * fast)
