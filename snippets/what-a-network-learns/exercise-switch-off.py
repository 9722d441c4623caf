"""Switch units off.

Write `scores_without(X, units)`: the scores of the network below when the hidden units in the
list `units` pass on 0. All others answer as before.
"""

# --8<-- [start:given]
import numpy as np

W1, b1 = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([1.0, 0.0, -1.0])
W2, b2 = np.array([[1.0, 2.0, 3.0], [-1.0, 0.0, 1.0]]), np.array([0.0, 1.0])

# --8<-- [end:given]


# --8<-- [start:stub]
def scores_without(X, units):
    A = np.maximum(X @ W1.T + b1, 0)
    ...  # switch the units off
    return A @ W2.T + b2
# --8<-- [end:stub]


# --8<-- [start:solution]
def scores_without(X, units):
    A = np.maximum(X @ W1.T + b1, 0)
    A[:, units] = 0
    return A @ W2.T + b2


# --8<-- [end:solution]


# --8<-- [start:check]
X = np.array([[1.0, 1.0], [2.0, 0.0]])
found = np.asarray(scores_without(X, [])).tolist()
assert found == [[7.0, 0.0], [6.0, -1.0]], f"With all units on, the scores are [[7, 0], [6, -1]], yours are {found}."
found = np.asarray(scores_without(X, [0])).tolist()
assert found == [[5.0, 2.0], [3.0, 2.0]], f"Without unit 0 they are [[5, 2], [3, 2]], yours are {found}."
found = np.asarray(scores_without(X, [0, 2])).tolist()
assert found == [[2.0, 1.0], [0.0, 1.0]], f"Without units 0 and 2 they are [[2, 1], [0, 1]], yours are {found}."
found = np.asarray(scores_without(X, [])).tolist()
assert found == [[7.0, 0.0], [6.0, -1.0]], f"All units on again, the scores are [[7, 0], [6, -1]] as before, yours are {found}."
# --8<-- [end:check]


# --8<-- [start:mistake-rows]
# `A[units]` is a row: all units, for one example. A unit is a column, `A[:, units]`.
def scores_without(X, units):
    A = np.maximum(X @ W1.T + b1, 0)
    A[[unit % len(A) for unit in units]] = 0
    return A @ W2.T + b2


# --8<-- [end:mistake-rows]


# --8<-- [start:mistake-weights]
# You emptied the unit’s incoming weights. Its bias is still there, so unit 0 answers 1 and not 0.
def scores_without(X, units):
    W = W1.copy()
    W[units] = 0
    A = np.maximum(X @ W.T + b1, 0)
    return A @ W2.T + b2


# --8<-- [end:mistake-weights]


# --8<-- [start:mistake-for-good]
# You changed `W2` itself, so these units stay off in every later call. Change the answers instead.
def scores_without(X, units):
    W2[:, units] = 0
    A = np.maximum(X @ W1.T + b1, 0)
    return A @ W2.T + b2


# --8<-- [end:mistake-for-good]
