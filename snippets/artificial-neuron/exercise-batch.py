"""A neuron for a whole batch.

Write `neuron(X, w, b)` with NumPy. `X` holds one example in each row and has the shape
(N, D), `w` has the shape (D,), and `b` is a number. Return the N outputs after the
sigmoid, as an array of shape (N,). No loop is needed.
"""

# --8<-- [start:given]
import numpy as np
# --8<-- [end:given]


# --8<-- [start:stub]
def neuron(X, w, b):
    return np.zeros(len(X))
# --8<-- [end:stub]


# --8<-- [start:solution]
def neuron(X, w, b):
    z = X @ w + b  # (N, D) · (D,) -> (N,)
    return 1 / (1 + np.exp(-z))
# --8<-- [end:solution]


# --8<-- [start:check]
w = np.array([0.8, 1.2, -0.5])
day = np.array([0.5, -0.3, 0.7])
a = neuron(day[None], w, 0.1)
assert np.shape(a) == (1,), f"For a batch of one example the shape is {np.shape(a)}; expected (1,)."
assert abs(a[0] - 0.4477) < 5e-5, f"For the day of this chapter it returns {a[0]:.4f}; expected 0.4477."

usual = neuron(np.zeros((1, 3)), w, 0.1)
assert abs(usual[0] - 0.5250) < 5e-5, f"With all inputs 0 it returns {usual[0]:.4f}; expected 0.5250."

X = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]])
many = np.round(neuron(X, w, 0.0), 3)
right = np.array([0.690, 0.769, 0.378, 0.818])
assert np.array_equal(many, right), f"For four examples it returns {many}; expected {right}."
# --8<-- [end:check]


# --8<-- [start:mistake-forgot-bias]
# You left the bias out. With all inputs 0 there is nothing else to add up.
def neuron(X, w, b):
    return 1 / (1 + np.exp(-(X @ w)))
# --8<-- [end:mistake-forgot-bias]

# --8<-- [start:mistake-no-sigmoid]
# This is the sum $z$. It still has to go through the sigmoid.
def neuron(X, w, b):
    return X @ w + b
# --8<-- [end:mistake-no-sigmoid]

# --8<-- [start:mistake-bias-too-late]
# You added the bias after the sigmoid. It belongs to the sum, before the squashing.
def neuron(X, w, b):
    return 1 / (1 + np.exp(-(X @ w))) + b
# --8<-- [end:mistake-bias-too-late]

# --8<-- [start:mistake-sign-in-sigmoid]
# The sigmoid has a minus sign: $1 / (1 + e^{−z})$. Without it, the outputs are mirrored at one half.
def neuron(X, w, b):
    return 1 / (1 + np.exp(X @ w + b))
# --8<-- [end:mistake-sign-in-sigmoid]

# --8<-- [start:mistake-minus-before-sum]
# The minus sign reaches only the first term: `-X @ w + b` is not `-(X @ w + b)`. Put the sum in brackets.
def neuron(X, w, b):
    return 1 / (1 + np.exp(-X @ w + b))
# --8<-- [end:mistake-minus-before-sum]

# --8<-- [start:mistake-weights-times-examples]
# `X * w` multiplies, but nothing is added up: one number is left for each input, not for each example. Use `X @ w`.
def neuron(X, w, b):
    return 1 / (1 + np.exp(-(X * w + b)))
# --8<-- [end:mistake-weights-times-examples]

# --8<-- [start:mistake-nothing-returned]
# The function computes the outputs and then drops them. Hand them back with `return`.
def neuron(X, w, b):
    a = 1 / (1 + np.exp(-(X @ w + b)))
# --8<-- [end:mistake-nothing-returned]
