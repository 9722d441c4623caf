"""Is the weight that adds most to a sum the one whose slope is largest?"""

import numpy as np

rng = np.random.default_rng(0)
networks = 10_000
X = rng.normal(size=(networks, 2))
W = rng.normal(size=(networks, 2, 2))  # two hidden units with two weights each
b, v = rng.normal(size=(networks, 2)), rng.normal(size=(networks, 2))
t = rng.normal(size=networks)

A = np.tanh(np.einsum("nij,nj->ni", W, X) + b)
d_out = 2 * ((v * A).sum(1) - t)  # slope of the loss in the output
d_sum = d_out[:, None] * v * (1 - A**2)  # and in the two sums, (networks, 2)
share = np.abs(W * X[:, None, :]).reshape(networks, 4)  # what each weight adds
slope = np.abs(d_sum[:, :, None] * X[:, None, :]).reshape(networks, 4)

same = np.mean(share.argmax(1) == slope.argmax(1))
print(f"one weight is first in both: {same:.0%} of {networks:,}")
