"""The slopes of a batch.

Write `slopes`: it takes logits `Z` of shape (N, K) and the right classes `t` of shape (N,),
and returns the slopes of the **mean** cross-entropy, one for each logit.
"""

# --8<-- [start:given]
import numpy as np


def softmax(Z):
    e = np.exp(Z - Z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


Z = np.array([[2.0, 1.0, 0.1], [0.0, 0.0, 0.0]])
t = np.array([1, 2])
# --8<-- [end:given]


# --8<-- [start:stub]
def slopes(Z, t):
    return Z
# --8<-- [end:stub]


# --8<-- [start:solution]
def slopes(Z, t):
    y = np.eye(Z.shape[1])[t]
    return (softmax(Z) - y) / len(Z)
# --8<-- [end:solution]


# --8<-- [start:check]
found = np.array(slopes(Z, t))
assert found.shape == (2, 3), f"There is a slope for each logit, shape (2, 3), got {found.shape}."
first = found[0].round(3).tolist() if found.shape == (2, 3) else None
assert first == [0.33, -0.379, 0.049], f"First row: expected [0.33, -0.379, 0.049], got {first}."
second = found[1].round(3).tolist() if found.shape == (2, 3) else None
assert second == [0.167, 0.167, -0.333], f"Second row: expected [0.167, 0.167, -0.333], got {second}."
other = np.array(slopes(np.zeros((1, 2)), np.array([1]))).round(3).tolist()
assert other == [[0.5, -0.5]], f"For the logits 0, 0 with t = 1 expected [[0.5, -0.5]], got {other}."
# --8<-- [end:check]


# --8<-- [start:mistake-sum]
# These are the slopes of the sum over the rows. The mean divides by their number, and so do its slopes.
def slopes(Z, t):
    return softmax(Z) - np.eye(Z.shape[1])[t]
# --8<-- [end:mistake-sum]


# --8<-- [start:mistake-turned-round]
# The sign is turned round. y − p is where a step goes; the slope says where the loss grows, p − y.
def slopes(Z, t):
    return (np.eye(Z.shape[1])[t] - softmax(Z)) / len(Z)
# --8<-- [end:mistake-turned-round]


# --8<-- [start:mistake-logits-not-shares]
# You took y away from the logits. It is the shares that count: make a softmax first.
def slopes(Z, t):
    return (Z - np.eye(Z.shape[1])[t]) / len(Z)
# --8<-- [end:mistake-logits-not-shares]


# --8<-- [start:mistake-right-class-only]
# Only the right class is pushed here. The rivals have shares too, and must be pushed down by them.
def slopes(Z, t):
    y = np.eye(Z.shape[1])[t]
    return (softmax(Z) - y) * y / len(Z)
# --8<-- [end:mistake-right-class-only]
