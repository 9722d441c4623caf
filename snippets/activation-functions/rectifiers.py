"""ReLU and some of its relatives."""

import math

import numpy as np

from plainnet import draw


def gelu(z):
    return z * np.array([0.5 * (1 + math.erf(v / math.sqrt(2))) for v in z])


left = draw.Plane(x=(-3, 3), y=(-1.5, 3), names=("z", ""), title="With a kink", equal=False, width=174)
left.curve(lambda z: np.maximum(0, z), label="ReLU")
left.curve(lambda z: np.where(z > 0, z, 0.2 * z), dashed=True)
right = draw.Plane(x=(-3, 3), y=(-1.5, 3), names=("z", ""), title="Smooth", equal=False, width=174)
right.curve(gelu, label="GELU")
right.curve(lambda z: np.where(z > 0, z, np.expm1(z)), dashed=True)
draw.Row(left, right, title="ReLU and its relatives").save("rectifiers.svg")
