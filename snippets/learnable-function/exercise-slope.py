"""Feel a slope.

Write `slope(loss, value)`: how fast `loss` rises at `value`. Nudge the value up and down by
`h = 0.001`, and divide the difference of the two losses by the width between them.
"""

# --8<-- [start:stub]
def slope(loss, value):
    h = 0.001
    return 0
# --8<-- [end:stub]


# --8<-- [start:solution]
def slope(loss, value):
    h = 0.001
    return (loss(value + h) - loss(value - h)) / (2 * h)
# --8<-- [end:solution]


# --8<-- [start:check]
up = slope(lambda k: k**2, 3)
assert abs(up - 6) < 0.0001, f"For a loss of k² at k = 3 it gives {up:.3f}; wanted is 6.000."
down = slope(lambda k: k**2, -1)
assert abs(down + 2) < 0.0001, f"For a loss of k² at k = −1 it gives {down:.3f}; wanted is −2.000."
cube = slope(lambda k: k**3, 2)
assert abs(cube - 12) < 0.0001, f"For a loss of k³ at k = 2 it gives {cube:.3f}; wanted is 12.000."
# --8<-- [end:check]


# --8<-- [start:mistake-half-width]
# You divided by h. Between one nudge up and one down lies a width of 2 h.
def slope(loss, value):
    h = 0.001
    return (loss(value + h) - loss(value - h)) / h
# --8<-- [end:mistake-half-width]

# --8<-- [start:mistake-one-sided]
# You nudged up only. That is nearly right, but lopsided: nudge down as well, and the error of one side cancels that of the other.
def slope(loss, value):
    h = 0.001
    return (loss(value + h) - loss(value)) / h
# --8<-- [end:mistake-one-sided]

# --8<-- [start:mistake-sign]
# The sign is turned round. A positive slope means that the loss rises when the value rises; the minus comes later, in the step.
def slope(loss, value):
    h = 0.001
    return (loss(value - h) - loss(value + h)) / (2 * h)
# --8<-- [end:mistake-sign]
