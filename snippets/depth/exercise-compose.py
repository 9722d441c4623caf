"""Layer after layer.

Write `network`: it sends a batch `X` of shape (N, D) through all `layers`, a list of pairs
`(W, b)`, and returns the scores. A ReLU follows every layer but the last.
"""

# --8<-- [start:given]
import numpy as np

first = (np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]]), np.array([0.0, -1.0, -2.0]))  # (3, 2), (3,)
second = (np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 1.0]]), np.array([-1.0, 0.0]))  # (2, 3), (2,)
third = (np.array([[1.0, -3.0]]), np.array([-6.0]))  # (1, 2), (1,)
layers = [first, second, third]
X = np.array([[1.0, 1.0], [3.0, 0.0], [3.0, -1.0]])
# --8<-- [end:given]


# --8<-- [start:stub]
def network(X, layers):
    return X
# --8<-- [end:stub]


# --8<-- [start:solution]
def network(X, layers):
    for W, b in layers[:-1]:
        X = np.maximum(0, X @ W.T + b)
    W, b = layers[-1]
    return X @ W.T + b
# --8<-- [end:solution]


# --8<-- [start:check]
got = np.asarray(network(X, [third, (np.array([[2.0]]), np.array([20.0]))])).tolist()
assert got == [[20.0]] * 3, f"With two layers of one unit: expected [[20.0], [20.0], [20.0]], got {got}"
got = np.asarray(network(X, layers)).tolist()
assert got == [[-4.0], [-7.0], [-4.0]], f"With all three layers: expected [[-4.0], [-7.0], [-4.0]], got {got}"
# --8<-- [end:check]


# --8<-- [start:mistake-bends-the-output]
# There is a ReLU after the last layer too. It cuts off every score below 0.
def network(X, layers):
    for W, b in layers:
        X = np.maximum(0, X @ W.T + b)
    return X
# --8<-- [end:mistake-bends-the-output]


# --8<-- [start:mistake-no-bend]
# There is no ReLU between the layers, so that all of them are a single one.
def network(X, layers):
    for W, b in layers:
        X = X @ W.T + b
    return X
# --8<-- [end:mistake-no-bend]


# --8<-- [start:mistake-bends-the-input]
# The ReLU comes before each layer here, so it cuts off what is negative in the input too.
def network(X, layers):
    for W, b in layers:
        X = np.maximum(0, X) @ W.T + b
    return X
# --8<-- [end:mistake-bends-the-input]
