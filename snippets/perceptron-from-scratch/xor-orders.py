"""XOR again, in a new random order each epoch, for 200 seeds."""

import random

rows = [(0, 0), (0, 1), (1, 0), (1, 1)]
xor = [0, 1, 1, 0]


def rows_right(w1, w2, b):
    """How many of the four rows of XOR come out right."""
    return sum((w1 * x1 + w2 * x2 + b >= 0) == t for (x1, x2), t in zip(rows, xor))


seeds = 200
ends, best = [], []
for seed in range(seeds):
    order = random.Random(seed)
    w1 = w2 = b = 0
    scores = []
    for _epoch in range(100):
        for i in order.sample(range(4), 4):
            x1, x2 = rows[i]
            error = xor[i] - int(w1 * x1 + w2 * x2 + b >= 0)
            w1, w2, b = w1 + error * x1, w2 + error * x2, b + error
            scores.append(rows_right(w1, w2, b))
    ends.append(scores[-1])
    best.append(max(scores))

counts = [ends.count(k) for k in range(5)]
passed = best.count(3)
print("runs that end with")
for k, n in enumerate(counts):
    print(f"  {k} rows right: {n:3}")
print(f"most rows right on the way: {max(best)}")
print(f"runs that had 3 some time: {passed}")
