"""The loss before the first step: what an untrained network for ten classes gives."""

import math

import numpy as np

from plainnet.data import digits

images, labels = (part.numpy() for part in digits())
X = images.reshape(-1, 64)


def layer(into, out, rng):
    """Weights and biases as `nn.Linear` begins with them."""
    bound = 1 / math.sqrt(into)
    return rng.uniform(-bound, bound, (out, into)), rng.uniform(-bound, bound, out)


def first(scale, seed):
    """The loss of random weights, with the inputs multiplied by `scale`."""
    rng = np.random.default_rng(seed)
    W1, b1 = layer(64, 32, rng)
    W2, b2 = layer(32, 10, rng)
    Z = np.maximum(0, scale * X @ W1.T + b1) @ W2.T + b2  # (1797, 10)
    Z -= Z.max(1, keepdims=True)
    return np.mean(np.log(np.exp(Z).sum(1)) - Z[np.arange(len(Z)), labels])


chance = [math.log(K) for K in (2, 10, 1000)]
print(f"ln 10 = {chance[1]:.3f}")
for scale in (1, 16, 255):
    losses = [first(scale, seed) for seed in range(10)]
    print(f"brightness up to {scale:3}: {min(losses):.2f} to {max(losses):.2f}")
