"""Two walks of 15 steps in one ravine, seen from above."""

import numpy as np

from plainnet import draw

curvature = np.array([0.5, 10])
angle = np.linspace(0, 2 * np.pi, 25)
plane = draw.Plane(x=(-3, 3), y=(-1.4, 1.4), names=("w₁", "w₂"), title="Two walks in a ravine")
for size in (1, 2):
    plane.contour(size * np.c_[np.cos(angle), np.sin(angle)] * np.sqrt([2, 0.1]))


def walk(start, rate, momentum):
    w, v = np.array(start), 0
    places = [w]
    for _ in range(15):
        v = momentum * v + curvature * w
        w = w - rate * v
        places.append(w)
    return places


plane.walk(walk((-2.7, 0.5), rate=0.19, momentum=0))
plane.walk(walk((2.7, 0.5), rate=0.03, momentum=0.8))
plane.text((-1.9, 1.1), "plain")
plane.text((1.9, 1.1), "with momentum")
plane.save("ravine-paths.svg")
