"""Three identities, checked at many points."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


z = np.linspace(-8, 8, 1001)
two = np.stack([z, np.zeros_like(z)], -1)  # the scores z and 0, (1001, 2)
claims = {
    "tanh(z) = 2 sigmoid(2z) - 1": np.tanh(z) - (2 * sigmoid(2 * z) - 1),
    "sigmoid(z) + sigmoid(-z) = 1": sigmoid(z) + sigmoid(-z) - 1,
    "softmax(z, 0)[0] = sigmoid(z)": softmax(two)[:, 0] - sigmoid(z),
}
for claim, gap in claims.items():
    print(f"{claim:30} {np.abs(gap).max() < 1e-14}")
