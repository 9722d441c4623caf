"""Feel the slope in every direction, and compare with the gradient."""

import math

w1, w2 = 2.0, 0.5


def loss(w1, w2):
    return w1**2 + 3 * w2**2


def slope(degrees, h=1e-5):
    """How fast the loss rises, from here in one direction."""
    a = math.radians(degrees)
    x, y = h * math.cos(a), h * math.sin(a)
    return (loss(w1 + x, w2 + y) - loss(w1 - x, w2 - y)) / (2 * h)


slopes = {degrees: slope(degrees) for degrees in range(360)}
steepest = max(slopes, key=slopes.get)
print(f"along w1 (0 degrees):  {slopes[0]:6.3f}")
print(f"along w2 (90 degrees): {slopes[90]:6.3f}")
print(f"steepest rise, at {steepest} degrees: {slopes[steepest]:.3f}")
lowest = min(slopes, key=slopes.get)
print(f"steepest fall, at {lowest} degrees: {slopes[lowest]:.3f}")
level = [degrees for degrees in slopes if abs(slopes[degrees]) < 0.04]
print("level, at", *level, "degrees")

gradient = (2 * w1, 6 * w2)  # the two partial derivatives
angle = math.degrees(math.atan2(gradient[1], gradient[0]))
print(f"the gradient {gradient} points to {angle:.0f} degrees,")
print(f"and its length is {math.hypot(*gradient)}")
