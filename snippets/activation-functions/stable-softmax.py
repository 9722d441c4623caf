"""Softmax as it stands, and with the largest score taken away."""

import numpy as np


def naive(z):
    return np.exp(z) / np.exp(z).sum()


def stable(z):
    e = np.exp(z - z.max())
    return e / e.sum()


np.seterr(all="ignore")  # the overflow is the point
for scores in ([2.0, 1.0], [1000.0, 0.0], [-1000.0, -1001.0]):
    z = np.array(scores)
    bad, good = naive(z).round(3), stable(z).round(3)
    print(scores, " naive:", bad, " stable:", good)
