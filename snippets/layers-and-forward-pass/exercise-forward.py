"""The forward pass.

Write `forward`: it takes a batch `X`, one example in each row, and a list of layers, each a pair
`(W, b)` with one neuron in each row of `W`. It returns the scores of the last layer. ReLU stands
between the layers.
"""

# --8<-- [start:given]
import numpy as np

W1, b1 = np.array([[1.0, 2.0], [0.0, 1.0], [-1.0, 1.0]]), np.array([0.0, -1.0, 1.0])  # (3, 2)
W2, b2 = np.array([[1.0, 0.0, 2.0], [-1.0, 1.0, 0.0]]), np.array([0.5, 0.0])  # (2, 3)
X = np.array([[1.0, 1.0], [2.0, -1.0], [0.0, 3.0], [1.0, 0.0]])  # (4, 2)
# --8<-- [end:given]


# --8<-- [start:stub]
def forward(X, layers):
    return X


# --8<-- [end:stub]


# --8<-- [start:solution]
def forward(X, layers):
    for W, b in layers[:-1]:
        X = np.maximum(0, X @ W.T + b)
    W, b = layers[-1]
    return X @ W.T + b


# --8<-- [end:solution]


# --8<-- [start:check]
one = forward(X, [(W1, b1)]).tolist()
expected = [[3.0, 0.0, 1.0], [0.0, -2.0, -2.0], [6.0, 2.0, 4.0], [1.0, -1.0, 0.0]]
assert one == expected, f"One layer: expected {expected}, yours gives {one}."
two = forward(X, [(W1, b1), (W2, b2)]).tolist()
expected = [[5.5, -3.0], [0.5, 0.0], [14.5, -4.0], [1.5, -1.0]]
assert two == expected, f"Two layers: expected {expected}, yours gives {two}."
W3, b3 = np.array([[1.0, -1.0]]), np.array([2.0])
three = forward(X, [(W1, b1), (W2, b2), (W3, b3)]).tolist()
expected = [[7.5], [2.5], [16.5], [3.5]]
assert three == expected, f"Three layers: expected {expected}, yours gives {three}."
# --8<-- [end:check]


# --8<-- [start:mistake-relu-at-the-end]
# The ReLU behind the last layer cuts off negative scores. It stands between layers only.
def forward(X, layers):
    for W, b in layers:
        X = np.maximum(0, X @ W.T + b)
    return X


# --8<-- [end:mistake-relu-at-the-end]


# --8<-- [start:mistake-no-relu]
# There is no ReLU between the layers, so they collapse to one.
def forward(X, layers):
    for W, b in layers:
        X = X @ W.T + b
    return X


# --8<-- [end:mistake-no-relu]


# --8<-- [start:mistake-no-bias]
# The biases are missing.
def forward(X, layers):
    for W, b in layers[:-1]:
        X = np.maximum(0, X @ W.T)
    return X @ layers[-1][0].T


# --8<-- [end:mistake-no-bias]


# --8<-- [start:mistake-one-bend]
# ReLU stands behind the first layer only. Every layer but the last needs it.
def forward(X, layers):
    for number, (W, b) in enumerate(layers):
        X = X @ W.T + b
        if number == 0 and len(layers) > 1:
            X = np.maximum(0, X)
    return X


# --8<-- [end:mistake-one-bend]
