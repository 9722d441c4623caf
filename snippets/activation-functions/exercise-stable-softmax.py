"""A softmax that can't overflow.

Write `softmax`: it takes a NumPy array `z` of scores and returns their shares. It must cope
with any scores, however large.
"""

# --8<-- [start:given]
import numpy as np

np.seterr(all="ignore")
# --8<-- [end:given]


# --8<-- [start:stub]
def softmax(z):
    return z


# --8<-- [end:stub]


# --8<-- [start:solution]
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


# --8<-- [end:solution]


# --8<-- [start:check]
small = softmax(np.array([2.0, 1.0, 0.1])).round(3).tolist()
assert small == [0.659, 0.242, 0.099], f"softmax of 2, 1, 0.1: expected [0.659, 0.242, 0.099], got {small}"
large = softmax(np.array([1000.0, 1000.0])).round(3).tolist()
assert large == [0.5, 0.5], f"softmax of 1000, 1000: expected [0.5, 0.5], got {large}"
low = softmax(np.array([-1000.0, -1000.0])).round(3).tolist()
assert low == [0.5, 0.5], f"softmax of -1000, -1000: expected [0.5, 0.5], got {low}"
apart = softmax(np.array([-1000.0, 1000.0, 0.0])).round(3).tolist()
assert apart == [0.0, 1.0, 0.0], f"softmax of -1000, 1000, 0: expected [0.0, 1.0, 0.0], got {apart}"
# --8<-- [end:check]


# --8<-- [start:mistake-overflows]
# The formula is right, but its exponentials overflow. Take the largest score away first; only differences count.
def softmax(z):
    return np.exp(z) / np.exp(z).sum()


# --8<-- [end:mistake-overflows]


# --8<-- [start:mistake-no-exponential]
# These are shares of the scores themselves. Take the exponentials first, so that every share is positive.
def softmax(z):
    return z / z.sum()


# --8<-- [end:mistake-no-exponential]


# --8<-- [start:mistake-divides-by-largest]
# You divided by the largest score. Subtract it: dividing changes the differences, and they are what counts.
def softmax(z):
    e = np.exp(z / z.max())
    return e / e.sum()


# --8<-- [end:mistake-divides-by-largest]


# --8<-- [start:mistake-takes-the-mean]
# You took the mean away. The largest score may lie far above it and still overflow; take the largest away.
def softmax(z):
    e = np.exp(z - z.mean())
    return e / e.sum()


# --8<-- [end:mistake-takes-the-mean]
