"""The same contest with more and more knobs."""

import numpy as np

LOOKS = 2000


def contest(knobs, seed):
    """The loss that each search leaves, after 2,000 looks at it."""
    draw = np.random.default_rng(seed)
    X = draw.normal(size=(100, knobs))
    y = X @ draw.uniform(-1, 1, knobs)  # some setting fits perfectly

    def loss(theta):
        return np.mean((X @ theta - y) ** 2)

    luck = min(loss(draw.uniform(-1, 1, knobs)) for _ in range(LOOKS))
    theta, h = np.zeros(knobs), 1e-4
    for _ in range(LOOKS // (2 * knobs)):  # two looks for each knob
        nudges = h * np.eye(knobs)
        slopes = np.array([loss(theta + n) - loss(theta - n) for n in nudges]) / (2 * h)
        theta -= 0.2 * slopes
    return luck, loss(theta)


print("knobs   by luck   by slopes   (middle of 3)")
for knobs in (2, 10, 50):
    luck, slopes = np.median([contest(knobs, seed) for seed in range(3)], axis=0)
    print(f"{knobs:5} {luck:9.4f} {slopes:11.4f}")
