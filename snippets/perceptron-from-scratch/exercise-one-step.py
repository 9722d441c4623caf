"""One step of learning.

Write `step`: it takes the weights `w` (a list), the bias `b`, one input `x` (a list) and its
target, and returns the new weights and the new bias. It must work for any number of inputs.
"""


# --8<-- [start:given]
def answer(w, b, x):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return 1 if z >= 0 else 0


# --8<-- [end:given]


# --8<-- [start:stub]
def step(w, b, x, target):
    return w, b


# --8<-- [end:stub]


# --8<-- [start:solution]
def step(w, b, x, target):
    error = target - answer(w, b, x)
    w = [weight + error * value for weight, value in zip(w, x)]
    return w, b + error


# --8<-- [end:solution]


# --8<-- [start:check]
low = step([0, 0], -1, [1, 1], 1)
assert low == ([1, 1], 0), (
    f"Answer too low, from w = [0, 0], b = -1 with x = [1, 1]: expected ([1, 1], 0), got {low}"
)
high = step([1, 0, 2], 0, [3, 5, 1], 0)
assert high == ([-2, -5, 1], -1), (
    f"Answer too high, from w = [1, 0, 2], b = 0 with x = [3, 5, 1]: expected ([-2, -5, 1], -1), got {high}"
)
right = step([1, 1], -2, [1, 1], 1)
assert right == ([1, 1], -2), f"The answer is right, w = [1, 1] and b = -2 must stay: got {right}"
# --8<-- [end:check]


# --8<-- [start:mistake-forgot-bias]
# The weights move, but the bias stays. It learns as well: treat it as the weight of an input that is always 1.
def step(w, b, x, target):
    error = target - answer(w, b, x)
    return [weight + error * value for weight, value in zip(w, x)], b


# --8<-- [end:mistake-forgot-bias]


# --8<-- [start:mistake-wrong-sign]
# Every move goes the wrong way. The error is the target minus the answer, so that an answer too low raises the sum.
def step(w, b, x, target):
    error = answer(w, b, x) - target
    return [weight + error * value for weight, value in zip(w, x)], b + error


# --8<-- [end:mistake-wrong-sign]


# --8<-- [start:mistake-without-input]
# Each weight moves by the error alone. It must move by the error times its own input.
def step(w, b, x, target):
    error = target - answer(w, b, x)
    return [weight + error for weight in w], b + error


# --8<-- [end:mistake-without-input]


# --8<-- [start:mistake-moves-when-right]
# It moves although the answer is right. Only an error may move the numbers.
def step(w, b, x, target):
    sign = 1 if target == 1 else -1
    return [weight + sign * value for weight, value in zip(w, x)], b + sign


# --8<-- [end:mistake-moves-when-right]
