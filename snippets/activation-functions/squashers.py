"""Sigmoid and tanh (solid) with their slopes (dashed)."""

import numpy as np

from plainnet import draw


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


left = draw.Plane(x=(-6, 6), y=(-1.2, 1.2), names=("z", ""), title="Sigmoid", equal=False, width=174)
left.curve(sigmoid, label="σ")
left.curve(lambda z: sigmoid(z) * (1 - sigmoid(z)), dashed=True)
right = draw.Plane(x=(-6, 6), y=(-1.2, 1.2), names=("z", ""), title="Tanh", equal=False, width=174)
right.curve(np.tanh, label="tanh")
right.curve(lambda z: 1 - np.tanh(z) ** 2, dashed=True)
draw.Row(left, right, title="Two squashers and their slopes").save("squashers.svg")
