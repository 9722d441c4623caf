"""A neuron says no, and yes is right. How hard do two losses push?"""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def cross_entropy(z):
    """The slope of −ln a."""
    return sigmoid(z) - 1


def squared(z):
    """The slope of (a − 1)²: the slope of the sigmoid is a factor."""
    a = sigmoid(z)
    return 2 * (a - 1) * a * (1 - a)


def steps(slope, z):
    """Steps with learning rate 1 until the answer is yes."""
    count = 0
    while z < 0:
        z -= slope(z)
        count += 1
    return count


print("     cross-entropy   squared error")
print("  z   slope steps    slope  steps")
for z in (-1, -3, -5, -8):
    quick, slow = steps(cross_entropy, z), steps(squared, z)
    print(f"{z:3} {cross_entropy(z):7.4f} {quick:5} {squared(z):9.5f} {slow:5}")
