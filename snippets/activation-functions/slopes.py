"""What is left of a nudge behind a sigmoid, and behind ten."""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


slopes, h = [], 0.001
print("  z  output  a(1 - a)  by a nudge")
for z in (0, 2, 5, 10):
    a = sigmoid(z)
    slopes.append(a * (1 - a))
    nudged = (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    print(f"{z:3}  {a:.4f}   {slopes[-1]:.5f}     {nudged:.5f}")

ten = slopes[0] ** 10
print(f"ten in a row, each at its best: {ten:.7f}")
