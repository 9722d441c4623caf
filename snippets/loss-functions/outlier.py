"""Five receipts, one of them mistyped: 63.00 where 6.30 was paid."""

from itertools import combinations

import numpy as np

from plainnet import draw

buns = np.array([1, 2, 3, 5, 8])
paid = np.array([1.50, 2.70, 3.90, 63.00, 9.90])


def absolute(k, b):
    """The mean of the misses' sizes."""
    return np.abs(k * buns + b - paid).mean()


def lines():
    """Each line through two receipts. One of them has the smallest mean of sizes."""
    for i, j in combinations(range(5), 2):
        k = (paid[j] - paid[i]) / (buns[j] - buns[i])
        yield k, paid[i] - k * buns[i]


by_squares = np.polyfit(buns, paid, 1)
by_sizes = min(lines(), key=lambda line: absolute(*line))
ten = [10 * k + b for k, b in (by_squares, by_sizes)]
print("loss              slope  offset  ten buns")
for name, (k, b), price in zip(("squared error", "absolute error"), (by_squares, by_sizes), ten):
    print(f"{name:15} {k:7.2f} {b:7.2f} {price:9.2f}")

plane = draw.Plane(x=(0, 10), y=(0, 70), names=("buns", "paid"), equal=False, title="One mistyped receipt")
plane.curve(lambda x: np.polyval(by_squares, x), label="squared", points=5)
plane.curve(lambda x: np.polyval(by_sizes, x), label="absolute", dashed=True, points=5)
plane.points(np.c_[buns, paid], [1, 1, 1, 0, 1])
plane.save("outlier.svg")
