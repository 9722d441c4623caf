"""A bias of the wrong shape, and no error."""

import numpy as np

W = np.array([[2, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]])
X = np.array([[1, 2, -1], [0, 0, 0], [1, 0, 0], [0, 1, 1]])
b = np.array([0, 1, 0, 3])  # four neurons, and four examples

right = X @ W.T + b
wrong = X @ W.T + b.reshape(4, 1)
print(right.shape, wrong.shape)
print("example 2, all zeros:", right[1], "and", wrong[1])
