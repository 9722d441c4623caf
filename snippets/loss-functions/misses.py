"""Three losses for a number, over the miss."""

import numpy as np

from plainnet import draw

plane = draw.Plane(x=(-3, 3), y=(0, 4.5), names=("miss", "loss"), equal=False, title="Losses over the miss")
plane.curve(lambda d: d**2, points=61)
plane.curve(np.abs, dashed=True, points=3)
plane.curve(lambda d: np.where(np.abs(d) <= 1, d**2 / 2, np.abs(d) - 0.5), dashed=True, points=49)
plane.text((0.2, 3.6), "squared")
plane.text((-2.6, 3.4), "absolute")
plane.text((2.5, 1.4), "Huber")
plane.save("misses.svg")
