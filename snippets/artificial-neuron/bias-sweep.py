"""Turn the bias of a neuron and watch its boundary slide."""

import math

from plainnet import draw

w = [3, 4]
norm = math.hypot(*w)  # the length of w
biases = [-5, -2.5, 0, 2.5, 5]


def measured(b):
    """From the origin to the nearest of many boundary points."""
    xs = [i / 1000 for i in range(-3000, 3001)]
    return min(math.hypot(x1, -(w[0] * x1 + b) / w[1]) for x1 in xs)


predicted = [-b / norm for b in biases]
distances = [measured(b) for b in biases]

print("   b  -b/|w|  measured")
for b, formula, distance in zip(biases, predicted, distances):
    print(f"{b:4}  {formula:6.2f}  {distance:8.2f}")

plane = draw.Plane(x=(-2, 2), y=(-2, 2), title="Three boundaries")
for b in biases[::2]:
    plane.line(w, b, label=f"b = {b}".replace("-", "−"))
plane.arrow([w[0] / norm, w[1] / norm], label="w/‖w‖")
plane.save("bias-sweep.svg")
