"""Turn the bias of a neuron and watch its boundary slide."""

import math

from plainnet import draw

w = [3, 4]
norm = math.hypot(*w)  # the length of w
biases = [-5, -2.5, 0, 2.5, 5]


def boundary(x1, b):
    """The x2 at which z is 0."""
    return -(w[0] * x1 + b) / w[1]


def measured(b):
    """How far from the origin the nearest of many points lies."""
    steps = [i / 1000 for i in range(-2000, 2001)]
    return min(math.hypot(x1, boundary(x1, b)) for x1 in steps)


print("   b  -b/norm  measured")
for b in biases:
    print(f"{b:4}  {-b / norm:7.2f}  {measured(b):8.2f}")

plane = draw.Plane(x=(-2, 2), y=(-2, 2), title="Three boundaries")
for b in biases[::2]:
    plane.line(w, b)
    label = f"b = {b}".replace("-", "−")
    plane.text((-0.4, boundary(-0.4, b)), label)
plane.arrow([w[0] / norm, w[1] / norm], label="w/‖w‖")
plane.save("bias-sweep.svg")
