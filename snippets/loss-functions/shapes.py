"""Four ways to judge a score z whose answer should be yes."""

import numpy as np

from plainnet import draw


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


plane = draw.Plane(x=(-4, 4), y=(0, 4.2), names=("z", "loss"), equal=False, title="Four losses over the score")
plane.curve(lambda z: np.log1p(np.exp(-z)), points=41)
plane.curve(lambda z: np.maximum(0, 1 - z), dashed=True, points=17)
plane.curve(lambda z: (sigmoid(z) - 1) ** 2, points=41)
plane.curve(lambda z: np.where(z >= 0, 0, 1), dashed=True, points=121)
plane.text((-3.3, 2.8), "CE")
plane.text((-1.5, 3.4), "hinge")
plane.text((-2.2, 0.7), "squared")
plane.text((0.1, 1.2), "wrong or right")
plane.save("shapes.svg")
