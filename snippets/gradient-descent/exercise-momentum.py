"""Keep some of the movement.

Write `descend(gradient, w, rate, momentum, steps)`: it takes `steps` steps with momentum, as
`torch.optim.SGD` does, and returns the last `w`. The movement starts at 0, and
`gradient(w)` gives the slope at `w`.
"""


# --8<-- [start:stub]
def descend(gradient, w, rate, momentum, steps):
    for _ in range(steps):
        w = w - rate * gradient(w)
    return w


# --8<-- [end:stub]


# --8<-- [start:solution]
def descend(gradient, w, rate, momentum, steps):
    v = 0.0
    for _ in range(steps):
        v = momentum * v + gradient(w)
        w = w - rate * v
    return w


# --8<-- [end:solution]


# --8<-- [start:check]
plain = round(descend(lambda w: 2 * w, 1.0, 0.1, 0.0, 3), 6)
assert plain == 0.512, f"Without momentum, three steps from 1 end at 0.512; yours at {plain}."
two = round(descend(lambda w: 1.0, 0.0, 0.1, 0.5, 2), 6)
assert two == -0.25, (
    f"With slope 1 everywhere and momentum 0.5, two steps from 0 end at −0.25; yours at {two}."
)
many = round(descend(lambda w: 10 * w, 1.0, 0.05, 0.9, 20), 6)
assert many == -0.30408, (
    f"On the slope 10w with rate 0.05 and momentum 0.9, 20 steps end at −0.30408; yours at {many}."
)
# --8<-- [end:check]


# --8<-- [start:mistake-averaged]
# The new slope enters with a weight of 1 − momentum. Some books do so; PyTorch adds the whole slope.
def descend(gradient, w, rate, momentum, steps):
    v = 0.0
    for _ in range(steps):
        v = momentum * v + (1 - momentum) * gradient(w)
        w = w - rate * v
    return w


# --8<-- [end:mistake-averaged]


# --8<-- [start:mistake-forgets]
# The movement is forgotten before each step: what you keep is a share of the last slope only. Keep a share of v.
def descend(gradient, w, rate, momentum, steps):
    last = 0.0
    for _ in range(steps):
        slope = gradient(w)
        w = w - rate * (momentum * last + slope)
        last = slope
    return w


# --8<-- [end:mistake-forgets]


# --8<-- [start:mistake-late]
# The step is taken with the old movement, before the new slope has come in. Renew the movement first.
def descend(gradient, w, rate, momentum, steps):
    v = 0.0
    for _ in range(steps):
        w = w - rate * v
        v = momentum * v + gradient(w)
    return w


# --8<-- [end:mistake-late]
