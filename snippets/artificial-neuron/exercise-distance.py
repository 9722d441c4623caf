"""How far from the boundary?

Write `distance(x, w, b)`: how far the point `x` lies from the boundary
$\\mathbf{w} \\cdot \\mathbf{x} + b = 0$. Both `x` and `w` are lists of numbers of the same
length. A distance is never negative.
"""

# --8<-- [start:given]
import math
# --8<-- [end:given]


# --8<-- [start:stub]
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return z
# --8<-- [end:stub]


# --8<-- [start:solution]
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    length = math.sqrt(sum(weight**2 for weight in w))
    return abs(z) / length
# --8<-- [end:solution]


# --8<-- [start:check]
def told(x, w, b, expected):
    found = distance(x, w, b)
    right = isinstance(found, (int, float)) and abs(found - expected) < 1e-9
    shown = f"{found:.4g}" if isinstance(found, (int, float)) else found
    return right, f"distance({x}, {w}, {b}) is {shown}; expected {expected}."


right, said = told([2, 1], [3, 4], -5, 1)
assert right, said
right, said = told([0, 0], [3, 4], -10, 2)
assert right, said
right, said = told([1, 0.5], [3, 4], -5, 0)
assert right, said
right, said = told([1, 1, 1], [1, 2, 2], 4, 3)
assert right, said
# --8<-- [end:check]


# --8<-- [start:mistake-forgot-length]
# This is $|z|$. It grows when all weights are doubled, and the boundary does not move. Divide by the length of the weights.
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return abs(z)
# --8<-- [end:mistake-forgot-length]

# --8<-- [start:mistake-forgot-sign]
# On the negative side this is negative. Take the absolute value: `abs(z)`.
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return z / math.sqrt(sum(weight**2 for weight in w))
# --8<-- [end:mistake-forgot-sign]

# --8<-- [start:mistake-squared-length]
# You divided by the sum of the squared weights. The length is its square root.
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return abs(z) / sum(weight**2 for weight in w)
# --8<-- [end:mistake-squared-length]

# --8<-- [start:mistake-sum-of-weights]
# You divided by the sum of the weights. The length of a vector is the square root of the sum of its squares.
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return abs(z) / sum(w)
# --8<-- [end:mistake-sum-of-weights]

# --8<-- [start:mistake-forgot-bias]
# You left the bias out. It slides the boundary, so it changes every distance.
def distance(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x))
    return abs(z) / math.sqrt(sum(weight**2 for weight in w))
# --8<-- [end:mistake-forgot-bias]
