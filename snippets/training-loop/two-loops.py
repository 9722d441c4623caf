"""A loop of epochs around a loop of batches."""

import math

import numpy as np

N, batch, epochs = 10, 4, 3  # examples, examples in one batch, passes
rng = np.random.default_rng(1)
seen = np.zeros(N, int)
steps = 0

for epoch in range(1, epochs + 1):
    order = rng.permutation(N)  # another order in every epoch
    for start in range(0, N, batch):
        chosen = order[start : start + batch]
        seen[chosen] += 1
        steps += 1  # here stand the four operations, for these examples
        print(f"epoch {epoch}, step {steps}: examples", *chosen)

print("each example was seen", *set(seen.tolist()), "times")
images = math.ceil(60_000 / 64)
print("60,000 images in 64s:", images, "steps an epoch")
