"""Three readings of one thermometer. Which temperature makes them most likely?"""

import math

import numpy as np

from plainnet import draw

readings = [19, 20, 24]
spread = 2  # of the thermometer's misses


def height(miss):
    """The bell curve of the misses."""
    return np.exp(-(miss**2) / (2 * spread**2)) / (spread * math.sqrt(2 * math.pi))


print("guess  misses        product  −ln  squares")
products, squares = [], []
for guess in (18, 19, 20, 21, 22, 23):
    misses = [reading - guess for reading in readings]
    products.append(math.prod(height(miss) for miss in misses))
    squares.append(sum(miss**2 for miss in misses))
    minus_log = -math.log(products[-1])
    print(f"{guess:5}  {misses!s:13} {products[-1]:.5f} {minus_log:.2f} {squares[-1]:6}")

plane = draw.Plane(x=(14, 28), y=(0, 0.22), names=("°C", "height"), equal=False, title="Two bells")
plane.curve(lambda c: height(c - 21), label="guess 21", points=57)
plane.curve(lambda c: height(c - 18), dashed=True, points=57)
plane.text((15.8, 0.2), "guess 18")
plane.points([(c, height(c - 21)) for c in readings], [1, 1, 1])
plane.points([(c, height(c - 18)) for c in readings], [0, 0, 0])
plane.save("bell.svg")
