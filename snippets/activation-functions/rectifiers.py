"""ReLU and some of its relatives."""

import math

import numpy as np

from plainnet import draw


def gelu(z):
    return z * np.array([0.5 * (1 + math.erf(v / math.sqrt(2))) for v in z])


plane = draw.Plane(x=(-3, 3), y=(-1.2, 2.4), names=("z", "a"), title="ReLU and its relatives", equal=False)
plane.curve(lambda z: np.maximum(0, z))
plane.curve(gelu)
plane.curve(lambda z: np.where(z > 0, z, 0.2 * z), dashed=True)
plane.curve(lambda z: np.where(z > 0, z, np.expm1(z)), dashed=True)
plane.text((-2.3, 0.22), "ReLU")
plane.text((-0.5, -0.32), "GELU")
plane.text((-2.6, -0.3), "leaky")
plane.text((-1.9, -1.05), "ELU")
plane.save("rectifiers.svg")
