"""Leave a saddle: exactly on it, a hair beside it, or with noise."""

import numpy as np


def steps_away(w2, noise, seed=0, most=1000):
    """Steps until the loss w1² - w2²/2 + w2⁴/4 is nearly the lowest, and the side."""
    rng = np.random.default_rng(seed)
    w1 = 1.0
    for step in range(most):
        if w1**2 - w2**2 / 2 + w2**4 / 4 < -0.24:  # the lowest is -0.25
            return step, np.sign(w2)
        g1, g2 = np.array([2 * w1, w2**3 - w2]) + noise * rng.normal(size=2)
        w1, w2 = w1 - 0.1 * g1, w2 - 0.1 * g2
    return most, 0


alone = []
for w2 in (0, 1e-9, 1e-3):
    step, side = steps_away(w2, noise=0)
    alone.append(step)
    print(f"from w2 = {w2:5}: " + (f"down after {step} steps" if side else "still there after 1000 steps"))

runs = [steps_away(0, noise=0.1, seed=seed) for seed in range(50)]
steps = sorted(step for step, _ in runs)
right = sum(side > 0 for _, side in runs)
print(f"from 0 with noise, 50 seeds: {steps[0]} to {steps[-1]} steps, in the middle {steps[25]}")
print(f"to the right {right}, to the left {50 - right}")
