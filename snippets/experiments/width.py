"""How close can a layer of so many units come to a curve, and what if it may not bend freely?"""

import numpy as np

x = np.linspace(-1, 1, 400)
target = np.sin(6 * x) + 0.5 * np.abs(x)
outside = np.linspace(1, 1.5, 100)
wanted_outside = np.sin(6 * outside) + 0.5 * outside
WIDTHS, SEEDS = (2, 8, 32, 128), 9


def fitted(activation, width, seed):
    """Random hidden units, the best possible output weights: worst error inside, and outside."""
    rng = np.random.default_rng(seed)
    slopes, places = rng.normal(0, 4, width), rng.uniform(-1, 1, width)

    def units(x):
        return np.c_[activation(slopes * (x[:, None] - places)), np.ones(len(x))]

    weights = np.linalg.lstsq(units(x), target, rcond=1e-9)[0]
    return np.abs(units(x) @ weights - target).max(), np.abs(
        units(outside) @ weights - wanted_outside
    ).max()


kinds = {"ReLU": lambda z: np.maximum(z, 0), "tanh": np.tanh, "square": np.square}
inside, beyond = {}, {}
print("width  " + "".join(f"{width:8}" for width in WIDTHS))
for name, activation in kinds.items():
    found = [np.median([fitted(activation, m, seed) for seed in range(SEEDS)], 0) for m in WIDTHS]
    inside[name], beyond[name] = np.array(found).T
    print(f"{name:7}" + "".join(f"{error:8.3f}" for error in inside[name]))
print("ReLU, outside" + "".join(f"{error:8.2f}" for error in beyond["ReLU"]))
