"""Learn a number.

Write `learn(slope, value, rate, steps)`. It takes `steps` steps, each **against** the slope and
scaled by `rate`, and returns the value at the end. `slope(value)` gives the slope of the loss.
"""

# --8<-- [start:stub]
def learn(slope, value, rate, steps):
    return value
# --8<-- [end:stub]


# --8<-- [start:solution]
def learn(slope, value, rate, steps):
    for _ in range(steps):
        value = value - rate * slope(value)
    return value
# --8<-- [end:solution]


# --8<-- [start:check]
one = learn(lambda k: 2 * k, 2.0, 0.1, 1)
assert abs(one - 1.6) < 1e-9, f"One step from 2 with slope 4 and rate 0.1 ends at {one:.2f}; wanted is 1.60."
two = learn(lambda k: 2 * k, 2.0, 0.1, 2)
assert abs(two - 1.28) < 1e-9, f"Two steps end at {two:.2f}; wanted is 1.28."
other = learn(lambda k: 6 * (k - 1), 2.0, 0.5, 2)
assert abs(other - 5) < 1e-9, f"With the slope 6 · (k − 1) and rate 0.5, two steps from 2 end at {other:.2f}; wanted is 5.00."
# --8<-- [end:check]


# --8<-- [start:mistake-uphill]
# You stepped along the slope, so the loss grows. Subtract.
def learn(slope, value, rate, steps):
    for _ in range(steps):
        value = value + rate * slope(value)
    return value
# --8<-- [end:mistake-uphill]

# --8<-- [start:mistake-old-slope]
# You felt the slope once and used it for every step. It changes as the value moves: feel it anew.
def learn(slope, value, rate, steps):
    first = slope(value)
    for _ in range(steps):
        value = value - rate * first
    return value
# --8<-- [end:mistake-old-slope]

# --8<-- [start:mistake-no-rate]
# The learning rate is missing. Without it each step is as long as the slope, which is too far.
def learn(slope, value, rate, steps):
    for _ in range(steps):
        value = value - slope(value)
    return value
# --8<-- [end:mistake-no-rate]
