"""How much is left of a nudge that goes through a sigmoid, or through ten."""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


slopes = []
print("  z  output   slope")
for z in (0, 2, 5, 10):
    a = sigmoid(z)
    slopes.append(a * (1 - a))
    print(f"{z:3}  {a:.4f}  {slopes[-1]:.5f}")

ten = slopes[0] ** 10
print(f"ten in a row, each at its best: {ten:.7f}")
