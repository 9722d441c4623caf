"""The same contest with more and more knobs, and two more searches."""

import numpy as np

LOOKS = 2000


def contest(knobs, seed):
    """The loss that each search leaves."""
    draw = np.random.default_rng(seed)
    X = draw.normal(size=(100, knobs))
    y = X @ draw.uniform(-1, 1, knobs)  # some setting fits perfectly

    def loss(theta):  # of one setting, or of each row of settings
        return np.mean((theta @ X.T - y) ** 2, axis=-1)

    def keep():
        """Change all numbers a little by chance; keep what helps."""
        theta = np.zeros(knobs)
        best = loss(theta)
        for _ in range(LOOKS):
            other = theta + 0.02 * draw.normal(size=knobs)
            if loss(other) < best:
                theta, best = other, loss(other)
        return best

    def slopes(steps, h=1e-4):
        """Turn all numbers against their slopes."""
        theta, nudges = np.zeros(knobs), h * np.eye(knobs)
        for _ in range(steps):
            rises = loss(theta + nudges) - loss(theta - nudges)
            theta -= 0.2 * rises / (2 * h)
        return loss(theta)

    luck = loss(draw.uniform(-1, 1, (LOOKS, knobs))).min()
    nudged, cheap = slopes(LOOKS // (2 * knobs)), slopes(LOOKS // 4)
    return luck, keep(), nudged, cheap


print("loss left, the middle of 3 contests")
print("knobs    luck    keep  slopes   cheap")
for knobs in (2, 10, 50):
    three = [contest(knobs, seed) for seed in range(3)]
    losses = np.median(three, axis=0)
    print(f"{knobs:5}", *(f"{loss:7.4f}" for loss in losses))
