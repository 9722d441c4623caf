"""A layer, backward.

A layer computes `Z = X @ W.T + b` for a batch. Write `backward`: it takes `dZ`, the slopes of the
loss in `Z`, and returns the slopes in `W`, in `b` and in `X`.
"""

# --8<-- [start:given]
import numpy as np

X = np.array([[1.0, 2.0, -1.0], [0.0, 1.0, 3.0]])  # (N, 3) with N = 2
W = np.array([[1.0, 0.0, 2.0], [-1.0, 1.0, 0.0], [0.0, 2.0, 1.0], [3.0, -1.0, 1.0]])  # (4, 3)
dZ = np.array([[1.0, 0.0, -1.0, 2.0], [2.0, 1.0, 0.0, -1.0]])  # (N, 4)
# --8<-- [end:given]


# --8<-- [start:stub]
def backward(dZ, X, W):
    dW = 0
    db = 0
    dX = 0
    return dW, db, dX


# --8<-- [end:stub]


# --8<-- [start:solution]
def backward(dZ, X, W):
    return dZ.T @ X, dZ.sum(0), dZ @ W


# --8<-- [end:solution]


# --8<-- [start:check]
dW, db, dX = backward(dZ, X, W)
for name, ours, like in (("dW", dW, W), ("dX", dX, X)):
    assert np.shape(ours) == like.shape, f"{name} needs the shape {like.shape}, got {np.shape(ours)}."
right_b, right_W, right_X = np.zeros(4), np.zeros((4, 3)), np.zeros((2, 3))
for n in range(2):
    for i in range(4):
        right_b[i] += dZ[n, i]
        right_W[i] += dZ[n, i] * X[n]
        right_X[n] += dZ[n, i] * W[i]
assert np.array_equal(db, right_b), f"db should be {right_b.tolist()}, got {np.array(db).tolist()}."
for name, ours, right in (("dW", dW, right_W), ("dX", dX, right_X)):
    if np.shape(ours) == right.shape:
        assert np.allclose(ours, right), (
            f"{name} should begin with {right[0].tolist()}, got {ours[0].tolist()}."
        )
# --8<-- [end:check]


# --8<-- [start:mistake-mean-of-bias]
# You took the mean for the bias. The slopes of all examples are added; if the loss is a mean, the division is in `dZ` already.
def backward(dZ, X, W):
    return dZ.T @ X, dZ.mean(0), dZ @ W


# --8<-- [end:mistake-mean-of-bias]


# --8<-- [start:mistake-transposed]
# Your dW is on its side. A slope has the shape of the thing it belongs to: (out, in), like W.
def backward(dZ, X, W):
    return X.T @ dZ, dZ.sum(0), dZ @ W


# --8<-- [end:mistake-transposed]


# --8<-- [start:mistake-sum-over-units]
# You added along the wrong axis. A unit has one bias for all examples, so add down the rows: axis 0.
def backward(dZ, X, W):
    return dZ.T @ X, dZ.sum(1), dZ @ W


# --8<-- [end:mistake-sum-over-units]
