"""Units that answer 0 to everything: how many, for which bias?"""

import numpy as np

units, seeds = 1000, 20
share = []
print(" bias  dead ReLU units")
for bias in (0, -1, -2, -3):
    dead = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(100, 10))  # 100 examples of 10 inputs
        W = rng.normal(size=(units, 10))
        W /= np.sqrt(10)  # so that sums spread about as the inputs do
        Z = X @ W.T + bias  # (100, 1000)
        dead.append((Z <= 0).all(0).mean())  # not one example wakes it
    share.append(np.mean(dead))
    span = f"(from {min(dead):.1%} to {max(dead):.1%})"
    print(f"{bias:5}  {share[-1]:6.1%}  {span}")
