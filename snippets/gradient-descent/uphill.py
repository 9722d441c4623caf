"""A round valley from above: the gradient at one place, and eight steps against it."""

import numpy as np

from plainnet import draw

angle = np.linspace(0, 2 * np.pi, 25)
plane = draw.Plane(x=(-2.4, 2.8), y=(-1.3, 1.4), names=("w₁", "w₂"), title="Contours, a gradient and a walk")
for level in (0.5, 2, 4.75):
    plane.contour(np.sqrt(level) * np.c_[np.cos(angle), np.sin(angle) / np.sqrt(3)])

place = np.array([2, 0.5])
plane.arrow(0.16 * place * (2, 6), start=place, label="gradient")
steps = [place]
for _ in range(8):
    steps.append(steps[-1] - 0.1 * steps[-1] * (2, 6))
plane.walk(steps)
plane.save("uphill.svg")
