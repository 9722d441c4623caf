"""Every loss of this chapter, in a line or two of plain Python."""

from math import log


def mse(a, y):
    return sum((ai - yi) ** 2 for ai, yi in zip(a, y)) / len(y)


def cross_entropy(p, y):
    return -sum(yi * log(pi) for pi, yi in zip(p, y) if yi)


def bce(p, y):
    return -(y * log(p) + (1 - y) * log(1 - p))


def kl(p, q):
    return sum(pi * log(pi / qi) for pi, qi in zip(p, q) if pi)


def hinge(z, y):
    return max(0, 1 - y * z)  # y is 1 or −1


errors = mse([1, 2, 3], [1, 2, 5])
uniform = cross_entropy([0.1] * 10, [0, 0, 1] + [0] * 7)
sure, wrong = bce(0.9, 1), bce(0.1, 1)
there, back = kl([0.5, 0.5], [0.9, 0.1]), kl([0.9, 0.1], [0.5, 0.5])
near = hinge(0.3, 1)
print(f"{errors:.3f}        squared, 1 2 3 for 1 2 5")
print(f"{uniform:.3f}        ten equal shares")
print(f"{sure:.3f}  {wrong:.3f} binary, 0.9 and 0.1")
print(f"{there:.3f}  {back:.3f} KL there and back")
print(f"{near:.3f}        hinge of 0.3")
