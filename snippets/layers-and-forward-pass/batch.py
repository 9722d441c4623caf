"""The same four neurons, and five examples at once."""

import numpy as np

W = [[2, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]]
X = [[1, 2, -1], [0, 0, 0], [1, 0, 0], [0, 1, 1], [2, 2, 2]]
W, X = np.array(W), np.array(X)  # (4, 3) and (5, 3)
b = np.array([0, 1, 0, 3])  # (4,)

Z = X @ W.T + b  # (5, 3) @ (3, 4) + (4,) -> (5, 4)
A = np.maximum(0, Z)
print("X, W.T:", X.shape, W.T.shape, " Z:", Z.shape)
print(A)

one_by_one = np.array([W @ x + b for x in X])
same = np.array_equal(Z, one_by_one)
print("same as one example at a time:", same)
