"""Slide the bias of a neuron and watch two numbers: the share it gets wrong, and its loss."""

import numpy as np

from plainnet import draw

x = np.array([-2.21, -1.73, -1.12, -0.83, -0.31, 0.13, 0.23, 0.74, 1.03, 1.27, 1.93, 2.42])
y = np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 1])  # wanted


def both(b):
    """Biases (B,) -> share wrong (B,), loss (B,)."""
    z = 2 * x + b[:, None]
    # the score of the right answer, (B, 12)
    right = 1 / (1 + np.exp(np.where(y == 1, -z, z)))
    return (right < 0.5).mean(1), -np.log(right).mean(1)


biases = np.linspace(-4.01, 3.99, 401)
wrong, loss = both(biases)
wrong_moves = np.count_nonzero(np.diff(wrong))
loss_moves = np.count_nonzero(np.diff(loss))
print("400 nudges of the bias")
print(f"the share wrong moved {wrong_moves} times")
print(f"the loss moved {loss_moves} times")

plane = draw.Plane(x=(-4, 4), y=(0, 1.5), names=("b", "loss"), equal=False, title="Two measures of one neuron")
plane.curve(lambda b: both(b)[1], points=61)
plane.curve(lambda b: both(b)[0], dashed=True, points=161)
plane.text((2.9, 0.3), "share wrong")
plane.save("staircase.svg")
