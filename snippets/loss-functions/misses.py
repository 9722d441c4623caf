"""Three losses for a number, over the miss."""

import numpy as np

from plainnet import draw

plane = draw.Plane(x=(-4, 4), y=(0, 4.5), names=("miss", "loss"), equal=False, title="Losses over the miss")
plane.curve(lambda m: m**2, points=49)
plane.curve(np.abs, dashed=True, points=3)
plane.curve(lambda m: np.where(np.abs(m) <= 1, m**2 / 2, np.abs(m) - 0.5), dashed=True, points=49)
plane.text((0.1, 3.9), "squared")
plane.text((-3.88, 4), "absolute")
plane.text((2.6, 1.2), "Huber")
plane.save("misses.svg")
