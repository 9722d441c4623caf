"""Steps down a ravine to a loss of 0.000001, plain and with momentum."""


def steps_down(steep, rate, momentum, most=10_000):
    """From (1, 1), on the loss (w1² + steep w2²) / 2."""
    w1 = w2 = 1.0
    v1 = v2 = 0.0
    for step in range(most):
        if (w1**2 + steep * w2**2) / 2 < 1e-6:
            return step
        v1, v2 = momentum * v1 + w1, momentum * v2 + steep * w2
        w1, w2 = w1 - rate * v1, w2 - rate * v2
    return most


plain, swung = [], []
print("curvatures   plain   momentum 0.9")
for steep in (1, 10, 100, 1000):
    plain.append(steps_down(steep, rate=1.9 / steep, momentum=0))
    swung.append(steps_down(steep, rate=1.9 / steep, momentum=0.9))
    print(f"1 and {steep:4}   {plain[-1]:6}   {swung[-1]:6}")
