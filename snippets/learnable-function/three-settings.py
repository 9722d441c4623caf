"""One form, three settings: the same code makes three curves."""

import math


def f(x, theta):
    """Three bent parts, added up: ten numbers in theta."""
    w, b, v, c = theta
    return c + sum(v[i] * math.tanh(w[i] * x + b[i]) for i in range(3))


settings = {
    "step": ([3, 0, 0], [0, 0, 0], [1, 0, 0], 0),
    "hill": ([2, 2, 0], [2, -2, 0], [0.7, -0.7, 0], -0.4),
    "wave": ([2, 1.2, 2], [4, 0, -4], [-0.8, 1.2, -0.8], 0),
}

print("   x ", *(f"{x:5}" for x in range(-3, 4)))
for name, theta in settings.items():
    print(name, *(f"{f(x, theta):5.2f}" for x in range(-3, 4)))
