"""The wave with its best straight line, and the two rings."""

import numpy as np

from plainnet import draw

x = np.linspace(-3, 3, 17)[:-1] + 3 / 16
wave = 0.75 * np.sin(1.5 * x + 0.4) + 0.12 * x
k, b = np.polyfit(x, wave, deg=1)

angle = 2 * np.pi * np.arange(16) / 16
ring = np.c_[np.cos(angle), np.sin(angle)]
rings = np.r_[ring, 2 * ring]

left = draw.Plane(x=(-3, 3), y=(-3, 3), names=("x", "y"), width=174, title="The wave")
left.points(np.c_[x, wave], [1] * 16)
left.curve(lambda x: k * x + b)
right = draw.Plane(x=(-3, 3), y=(-3, 3), width=174, title="The rings")
right.points(rings, [1] * 16 + [0] * 16)
draw.Row(left, right, title="A wave and two rings").save("wave-and-rings.svg")
