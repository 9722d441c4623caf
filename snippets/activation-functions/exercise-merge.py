"""Two layers in one.

Write `merge`: it takes the weights and biases of two layers without an activation and returns
the weights and biases of the one layer that does the same, as `(W, b)`.
"""

# --8<-- [start:given]
import numpy as np

W1, b1 = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, -2.0]]), np.array([1.0, 0.0, 2.0])  # (3, 2)
W2, b2 = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 1.0]]), np.array([0.5, -1.0])  # (2, 3)
# --8<-- [end:given]


# --8<-- [start:stub]
def merge(W1, b1, W2, b2):
    return W1, b1


# --8<-- [end:stub]


# --8<-- [start:solution]
def merge(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + b2


# --8<-- [end:solution]


# --8<-- [start:check]
W, b = merge(W1, b1, W2, b2)
assert np.shape(W) == (2, 2), f"Two inputs and two outputs need weights of shape (2, 2), got {np.shape(W)}."
for x in ([0.0, 0.0], [1.0, 0.0], [0.0, 1.0]):  # three places settle an affine map
    expected = (W2 @ (W1 @ x + b1) + b2).tolist()
    got = (W @ x + b).tolist()
    assert got == expected, f"At x = {x} the two layers give {expected}, yours gives {got}."
# --8<-- [end:check]


# --8<-- [start:mistake-wrong-order]
# The matrices are in the wrong order. The first layer acts first, so it stands on the right, next to x.
def merge(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2


# --8<-- [end:mistake-wrong-order]


# --8<-- [start:mistake-forgot-bias]
# The second layer's bias is missing. It is added at the end.
def merge(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1


# --8<-- [end:mistake-forgot-bias]


# --8<-- [start:mistake-lost-first-bias]
# The first layer's bias is missing. It goes through the second layer's weights like everything else.
def merge(W1, b1, W2, b2):
    return W2 @ W1, b2


# --8<-- [end:mistake-lost-first-bias]
