"""One turn of the loop.

A neuron with a sigmoid answers `p = sigmoid(X @ w + b)`, and its loss is the cross-entropy, a mean
over the examples. Write `turn`: it makes **one** turn of the loop and returns the new `(w, b)`.
The slope of the loss with respect to each sum is `(p - t) / N`.
"""

# --8<-- [start:given]
import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])  # (4, 2)
t = np.array([0.0, 1.0, 1.0, 1.0])  # (4,)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# --8<-- [end:given]


# --8<-- [start:stub]
def turn(w, b, lr):
    p = sigmoid(X @ w + b)  # forward
    ...  # backward, and the update
    return w, b
# --8<-- [end:stub]


# --8<-- [start:solution]
def turn(w, b, lr):
    p = sigmoid(X @ w + b)  # forward
    dz = (p - t) / len(X)  # backward: from the loss to each sum
    dw, db = dz @ X, dz.sum()  # from the sums to the weights and the bias
    return w - lr * dw, b - lr * db  # update


# --8<-- [end:solution]


# --8<-- [start:check]
w, b = turn(np.zeros(2), 0.0, 1.0)
found = [*np.round(w, 4).tolist(), round(float(b), 4)]
assert found == [0.25, 0.25, 0.25], f"One turn from zero with lr = 1: expected [0.25, 0.25, 0.25], got {found}."
w, b = turn(np.zeros(2), 0.0, 0.1)
found = [*np.round(w, 4).tolist(), round(float(b), 4)]
assert found == [0.025, 0.025, 0.025], f"The same turn with lr = 0.1: expected [0.025, 0.025, 0.025], got {found}."
w, b = np.zeros(2), 0.0
for _step in range(200):
    w, b = turn(w, b, 1.0)
right = int(((sigmoid(X @ w + b) > 0.5) == t).sum())
assert right == 4, f"After 200 turns all four rows of OR should be right, got {right}."
# --8<-- [end:check]


# --8<-- [start:mistake-uphill]
# The gradient is added. It points uphill, so the update has to take it away.
def turn(w, b, lr):
    dz = (sigmoid(X @ w + b) - t) / len(X)
    return w + lr * (dz @ X), b + lr * dz.sum()


# --8<-- [end:mistake-uphill]


# --8<-- [start:mistake-no-mean]
# The slopes of all examples are added. The loss is a mean, so divide by their number.
def turn(w, b, lr):
    dz = sigmoid(X @ w + b) - t
    return w - lr * (dz @ X), b - lr * dz.sum()


# --8<-- [end:mistake-no-mean]


# --8<-- [start:mistake-no-bias]
# The bias is not updated. Its slope is the sum of the slopes of all z.
def turn(w, b, lr):
    dz = (sigmoid(X @ w + b) - t) / len(X)
    return w - lr * (dz @ X), b


# --8<-- [end:mistake-no-bias]


# --8<-- [start:mistake-no-rate]
# The whole gradient is taken away. Multiply it by the learning rate first.
def turn(w, b, lr):
    dz = (sigmoid(X @ w + b) - t) / len(X)
    return w - dz @ X, b - dz.sum()


# --8<-- [end:mistake-no-rate]
