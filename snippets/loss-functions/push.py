"""How each logit pushes the loss: nudge it, and compare with p − y."""

import numpy as np

answers = ["cat", "dog", "rabbit"]
z = np.array([2.0, 1.0, 0.1])
y = np.array([0, 1, 0])  # it is a dog


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def loss(z):
    return -np.log(softmax(z) @ y)


h = 1e-5
p = softmax(z)
print(f"loss: {loss(z):.3f}")
print("          z      p  y   p − y    felt")
for i, name in enumerate(answers):
    nudge = h * np.eye(3)[i]
    felt = (loss(z + nudge) - loss(z - nudge)) / (2 * h)
    print(f"{name:7} {z[i]:3.1f}  {p[i]:.3f}  {y[i]}  {p[i] - y[i]:6.3f}  {felt:6.3f}")

after = loss(z - 1.0 * (p - y))
print(f"after a step with rate 1: {after:.3f}")
