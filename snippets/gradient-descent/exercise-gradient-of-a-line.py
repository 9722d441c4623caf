"""The gradient of a line.

The loss is the mean of $(kx + b − y)^2$ over the examples. Write `gradient`: it takes `k`, `b`
and the arrays `x` and `y`, and returns the two partial derivatives, first for `k`, then for `b`.
"""

# --8<-- [start:given]
import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = np.array([2.0, 2.0, 5.0])
# --8<-- [end:given]


# --8<-- [start:stub]
def gradient(k, b, x, y):
    return 0.0, 0.0


# --8<-- [end:stub]


# --8<-- [start:solution]
def gradient(k, b, x, y):
    miss = k * x + b - y
    return (2 * miss * x).mean(), (2 * miss).mean()


# --8<-- [end:solution]


# --8<-- [start:check]
found = tuple(round(float(g), 6) for g in gradient(1.0, 1.0, x, y))
assert found[0] == -0.666667, f"At k = 1, b = 1 the slope for k is −0.666667, yours is {found[0]}."
assert found[1] == 0.0, f"At k = 1, b = 1 the slope for b is 0, yours is {found[1]}."
twice = tuple(round(float(g), 6) for g in gradient(2.0, 0.5, x, y))
assert twice == (6.666667, 3.0), f"At k = 2, b = 0.5 the gradient is (6.666667, 3.0), yours is {twice}."
other = gradient(1.0, 0.0, np.array([0.0, 1.0, 2.0, 4.0]), np.ones(4))
other = tuple(round(float(g), 6) for g in other)
assert other == (7.0, 1.5), f"On four other examples the gradient is (7.0, 1.5), yours is {other}."
# --8<-- [end:check]


# --8<-- [start:mistake-sum]
# These are sums over the examples. The loss is a mean, so its slopes are means as well.
def gradient(k, b, x, y):
    miss = k * x + b - y
    return (2 * miss * x).sum(), (2 * miss).sum()


# --8<-- [end:mistake-sum]


# --8<-- [start:mistake-no-two]
# The 2 is missing. The slope of a square is twice what is squared.
def gradient(k, b, x, y):
    miss = k * x + b - y
    return (miss * x).mean(), miss.mean()


# --8<-- [end:mistake-no-two]


# --8<-- [start:mistake-downhill]
# The signs are turned round: this points downhill. The gradient points uphill, and the step takes it away.
def gradient(k, b, x, y):
    miss = y - (k * x + b)
    return (2 * miss * x).mean(), (2 * miss).mean()


# --8<-- [end:mistake-downhill]


# --8<-- [start:mistake-means-apart]
# You multiplied the mean miss by the mean x. Multiply each miss by its own x, and take the mean after that.
def gradient(k, b, x, y):
    miss = k * x + b - y
    return 2 * miss.mean() * x.mean(), (2 * miss).mean()


# --8<-- [end:mistake-means-apart]
