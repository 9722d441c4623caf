"""One number, two dips: where a walk ends depends on where it begins."""

from plainnet import draw


def loss(w):
    return 0.5 * (w**2 - 1) ** 2 + 0.3 * w + 0.4


def slope(w):
    return 2 * w * (w**2 - 1) + 0.3


losses = []
for start in (-1.8, 0.1, 0.2, 1.8):
    w = start
    for _ in range(100):
        w = w - 0.05 * slope(w)
    losses.append(loss(w))
    print(f"from {start:4}: to {w:5.2f}, loss {losses[-1]:.2f}")

plane = draw.Plane(x=(-2.2, 2.4), y=(-0.4, 3), names=("w", "J"), title="A loss with two dips", equal=False)
plane.contour([(i / 10, loss(i / 10)) for i in range(-18, 18)])
w, walk = 1.6, []
for _ in range(12):
    walk.append((w, loss(w)))
    w = w - 0.05 * slope(w)
plane.walk(walk)
plane.arrow((0.4, 0), start=walk[0])
plane.text((1.95, 1.7), "gradient")
plane.text((-1.07, -0.2), "global minimum")
plane.text((0.91, 0.55), "local minimum")
plane.save("two-dips.svg")
