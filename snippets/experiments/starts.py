"""What is left of a signal, and of a slope, after thirty ReLU layers?"""

import numpy as np

WIDTH, LAYERS, SEEDS = 100, 30, 5
STARTS = {"PyTorch’s default": (1 / 3) ** 0.5, "Xavier": 1.0, "He": 2**0.5}


def through(gain, seed):
    """Forward, then backward: sizes at the end over sizes at the start."""
    rng = np.random.default_rng(seed)
    layers = rng.normal(0, gain / WIDTH**0.5, (LAYERS, WIDTH, WIDTH))
    x = a = rng.normal(size=(50, WIDTH))
    masks = []
    for W in layers:
        z = a @ W.T
        masks.append(z > 0)
        a = z * masks[-1]
    g = slope = rng.normal(size=a.shape)
    for W, mask in zip(layers[::-1], masks[::-1]):
        g = (g * mask) @ W
    return np.std(a) / np.std(x), np.std(g) / np.std(slope)


left = {}
print("start              signal   slope  (left after 30 layers, median of 5 seeds)")
for name, gain in STARTS.items():
    left[name] = np.median([through(gain, seed) for seed in range(SEEDS)], 0)
    print(f"{name:17} {left[name][0]:.0e}   {left[name][1]:.0e}")
tens = round(-np.log10(left["PyTorch’s default"][0]))
