"""Softmax of three scores, at three temperatures."""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


scores = np.array([2.0, 1.0, 0.1])
powers = np.exp(scores)
total = powers.sum()
plain = softmax(scores)
cold = softmax(scores / 0.5)
hot = softmax(scores / 2)
print("plain          ", plain.round(3))
print("temperature 0.5", cold.round(3))
print("temperature 2  ", hot.round(3))

raised = softmax(scores + [0, 0, 2])
shifted = softmax(scores + 100)
print("last score + 2 ", raised.round(3))
print("all scores +100", shifted.round(3))
