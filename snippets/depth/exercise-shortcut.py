"""A shortcut.

Write `block`: two layers with a ReLU between them, `(W1, b1)` and `(W2, b2)`. What came into the
block is added to what the second layer gives, and a last ReLU follows.
"""

# --8<-- [start:given]
import numpy as np

W1, b1 = np.array([[1.0, -1.0], [2.0, 0.0]]), np.array([0.0, -1.0])
W2, b2 = np.array([[0.0, -1.0], [1.0, 1.0]]), np.array([0.5, -4.0])


def relu(Z):
    return np.maximum(0, Z)
# --8<-- [end:given]


# --8<-- [start:stub]
def block(X):
    return relu(X @ W1.T + b1)
# --8<-- [end:stub]


# --8<-- [start:solution]
def block(X):
    Z = relu(X @ W1.T + b1) @ W2.T + b2
    return relu(X + Z)
# --8<-- [end:solution]


# --8<-- [start:check]
got = np.asarray(block(np.array([[2.0, 1.0]]))).tolist()
assert got == [[0.0, 1.0]], f"For (2, 1): expected [[0.0, 1.0]], got {got}"
got = np.asarray(block(np.array([[0.0, 6.0]]))).tolist()
assert got == [[0.5, 2.0]], f"For (0, 6): expected [[0.5, 2.0]], got {got}"
# --8<-- [end:check]


# --8<-- [start:mistake-no-shortcut]
# The shortcut is missing: this is a plain pair of layers. Add X before the last ReLU.
def block(X):
    return relu(relu(X @ W1.T + b1) @ W2.T + b2)
# --8<-- [end:mistake-no-shortcut]


# --8<-- [start:mistake-adds-too-late]
# You added X after the last ReLU. It belongs inside, so that the sum is bent as a whole.
def block(X):
    return X + relu(relu(X @ W1.T + b1) @ W2.T + b2)
# --8<-- [end:mistake-adds-too-late]


# --8<-- [start:mistake-adds-the-first-layer]
# You added what the first layer gave. The shortcut goes round both layers and brings X itself.
def block(X):
    A = relu(X @ W1.T + b1)
    return relu(A + A @ W2.T + b2)
# --8<-- [end:mistake-adds-the-first-layer]
