"""What a change of scale does to a neuron, and what it does not."""

import math

x = [0.5, -0.3, 0.7]
w = [0.8, 1.2, -0.5]
b = 0.1


def neuron(x, w, b):
    """z and a of one neuron with a sigmoid."""
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return z, 1 / (1 + math.exp(-z))


print("every weight and the bias, times k")
scores = []
for k in (1, 2, 10):
    z, a = neuron(x, [k * weight for weight in w], k * b)
    scores.append(a)
    print(f"k = {k:2}: z = {z:5.2f}, a = {a:.4f}, ride: {a > 0.5}")

minutes = x[1] * 60  # the same spare time, in minutes
per_minute = w[1] / 60  # so its weight shrinks
z, a = neuron([x[0], minutes, x[2]], [w[0], per_minute, w[2]], b)
print()
print("spare time in minutes instead of hours")
print(f"weight {per_minute:.2f} instead of {w[1]:.2f}, a = {a:.4f}")
