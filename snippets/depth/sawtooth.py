"""The line after two folds and after four."""

import numpy as np

from plainnet import draw


def folded(x, folds):
    for _ in range(folds):
        x = 1 - np.abs(2 * x - 1)
    return x


planes = []
for folds, words in ((2, "two folds"), (4, "four folds")):
    frame = {"x": (0, 1), "y": (0, 1), "names": ("x", "y"), "width": 174, "equal": False}
    plane = draw.Plane(**frame, title=f"The line after {words}: {2**folds} straight pieces")
    plane.curve(lambda x, folds=folds: folded(x, folds))
    planes.append(plane)
draw.Row(*planes, title="A folded line").save("sawtooth.svg")
