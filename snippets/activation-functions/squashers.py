"""Sigmoid and tanh (solid) with their slopes (dashed)."""

import numpy as np

from plainnet import draw


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


plane = draw.Plane(x=(-6, 6), y=(-1.2, 1.2), names=("z", "a"), title="Two squashers and their slopes", equal=False)
plane.curve(sigmoid)
plane.curve(np.tanh)
plane.curve(lambda z: sigmoid(z) * (1 - sigmoid(z)), dashed=True)
plane.curve(lambda z: 1 - np.tanh(z) ** 2, dashed=True)
plane.text((3.6, 0.8), "sigmoid")
plane.text((-3.4, -0.8), "tanh")
plane.save("squashers.svg")
