"""Change the order of hidden units, and nothing else.

Write `shuffled(W1, b1, W2, order)`: the three arrays of a network whose hidden units stand in
another order, so that it still gives the same scores. Unit `order[0]` comes first.
"""

# --8<-- [start:given]
import numpy as np

rng = np.random.default_rng(0)
W1, b1, W2 = rng.normal(size=(4, 3)), rng.normal(size=4), rng.normal(size=(2, 4))
X = rng.normal(size=(5, 3))


def scores(W1, b1, W2):
    return np.maximum(X @ W1.T + b1, 0) @ W2.T


# --8<-- [end:given]


# --8<-- [start:stub]
def shuffled(W1, b1, W2, order):
    return W1, b1, W2  # in the new order
# --8<-- [end:stub]


# --8<-- [start:solution]
def shuffled(W1, b1, W2, order):
    return W1[order], b1[order], W2[:, order]


# --8<-- [end:solution]


# --8<-- [start:check]
new = shuffled(W1, b1, W2, [2, 0, 3, 1])
assert np.allclose(new[0], W1[[2, 0, 3, 1]]), "The rows of W1 should stand in the order 2, 0, 3, 1."
assert np.allclose(new[1], b1[[2, 0, 3, 1]]), "The numbers of b1 should stand in the order 2, 0, 3, 1."
found = np.shape(new[2])
assert found == (2, 4), f"W2 should keep its shape (2, 4), yours has {found}."
assert np.allclose(scores(*new), scores(W1, b1, W2)), "The scores should be as before, and they are not."
# --8<-- [end:check]


# --8<-- [start:mistake-second-layer]
# The next layer still expects the old order: its columns must move with the units.
def shuffled(W1, b1, W2, order):
    return W1[order], b1[order], W2


# --8<-- [end:mistake-second-layer]


# --8<-- [start:mistake-bias]
# A unit takes its bias along. Here the weights moved, and the biases stayed.
def shuffled(W1, b1, W2, order):
    return W1[order], b1, W2[:, order]


# --8<-- [end:mistake-bias]
