"""The same four neurons, and five examples at once."""

import numpy as np

W = np.array([[2, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]])  # (4, 3)
b = np.array([0, 1, 0, 3])  # (4,)
X = np.array([[1, 2, -1], [0, 0, 0], [1, 0, 0], [0, 1, 1], [2, 2, 2]])  # (5, 3)

Z = X @ W.T + b  # (5, 3) @ (3, 4) + (4,) -> (5, 4)
A = np.maximum(0, Z)
print(X.shape, "@", W.T.shape, "+", b.shape, "->", Z.shape)
print(A)

one_by_one = np.array([W @ x + b for x in X])
print("same as one example at a time:", np.array_equal(Z, one_by_one))
