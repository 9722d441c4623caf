"""One neuron, two days at once: Z = X @ W.T + b."""

import numpy as np

X = np.array([[0.5, -0.3, 0.7], [0.0, 0.0, 0.0]])  # (2, 3)
W = np.array([[0.8, 1.2, -0.5]])  # (1, 3): one neuron
b = np.array([0.1])  # (1,)

Z = X @ W.T + b  # (2, 3) · (3, 1) -> (2, 1)
A = 1 / (1 + np.exp(-Z))

print("shapes:", X.shape, W.shape, Z.shape)
for z, a in zip(Z[:, 0], A[:, 0]):
    print(f"z = {z:7.4f}   a = {a:.4f}")
