"""Which of nine numbers is to blame? Nudge each one up and down, and look at the loss."""

import math

names = ["w11", "w12", "b1", "w21", "w22", "b2", "v1", "v2", "c"]
theta = [0.6, 0.1, 0.4, 0.5, 0.9, 0.8, 0.7, -0.3, -0.5]
x1, x2, t = 0.5, -2.0, 1.0  # one example: two inputs and a target
runs = 0


def loss(theta):
    """The whole network: two hidden units, one output, one squared miss."""
    global runs
    runs += 1
    w11, w12, b1, w21, w22, b2, v1, v2, c = theta
    a1 = math.tanh(w11 * x1 + w12 * x2 + b1)
    a2 = math.tanh(w21 * x1 + w22 * x2 + b2)
    return (v1 * a1 + v2 * a2 + c - t) ** 2


def nudged(i, by):
    return loss([value + by * (k == i) for k, value in enumerate(theta)])


h = 1e-4
slopes = [(nudged(i, h) - nudged(i, -h)) / (2 * h) for i in range(9)]
for name, value, slope in zip(names, theta, slopes):
    print(f"{name:3} = {value:4}   slope of the loss: {slope:6.3f}")
print(f"runs of the network: {runs}")
