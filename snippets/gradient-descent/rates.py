"""Fifty steps down one valley, at six learning rates."""

curvature = 10  # the loss is 5 w², and its slope is 10 w


def walk(rate, steps=50):
    w = 1.0
    for _ in range(steps):
        slope = curvature * w
        w = w - rate * slope
    return abs(w)


rates = (0.01, 0.1, 0.19, 0.2, 0.21, 0.3)
ends = [walk(rate) for rate in rates]
print("rate   how far from the lowest place, after 50 steps")
for rate, end in zip(rates, ends, strict=True):
    print(f"{rate:4}   {end:.2g}")
