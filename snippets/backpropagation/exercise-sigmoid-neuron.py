"""One neuron, there and back.

A sigmoid neuron has one weight and one bias, and its loss is $(a - t)^2$. Write `slopes`: it
returns the slopes of the loss in `w` and in `b`, as `(dw, db)`.
"""

# --8<-- [start:given]
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


# --8<-- [end:given]


# --8<-- [start:stub]
def slopes(x, t, w, b):
    z = w * x + b
    a = sigmoid(z)
    dw = 0
    db = 0
    return dw, db


# --8<-- [end:stub]


# --8<-- [start:solution]
def slopes(x, t, w, b):
    z = w * x + b
    a = sigmoid(z)
    da = 2 * (a - t)
    dz = da * a * (1 - a)
    return dz * x, dz


# --8<-- [end:solution]


# --8<-- [start:check]
def nudged(x, t, w, b):
    def loss(w, b):
        return (sigmoid(w * x + b) - t) ** 2

    h = 1e-5
    return (loss(w + h, b) - loss(w - h, b)) / (2 * h), (loss(w, b + h) - loss(w, b - h)) / (2 * h)


for x, t, w, b in ((3, 1, 0.5, -1), (-2, 0, 0.8, 0.3)):
    (dw, db), (right_dw, right_db) = slopes(x, t, w, b), nudged(x, t, w, b)
    place = f"At x = {x}, t = {t}, w = {w}, b = {b}"
    assert abs(db - right_db) < 1e-6, f"{place} nudging gives {right_db:.4f} for b, yours gives {db:.4f}."
    assert abs(dw - right_dw) < 1e-6, f"{place} nudging gives {right_dw:.4f} for w, yours gives {dw:.4f}."
# --8<-- [end:check]


# --8<-- [start:mistake-no-slope-of-sigmoid]
# The slope of the sigmoid is missing. Between `a` and `z` stands a bend, and its slope is a factor: `a * (1 - a)`.
def slopes(x, t, w, b):
    a = sigmoid(w * x + b)
    da = 2 * (a - t)
    return da * x, da


# --8<-- [end:mistake-no-slope-of-sigmoid]


# --8<-- [start:mistake-no-two]
# The factor 2 of the square is missing.
def slopes(x, t, w, b):
    a = sigmoid(w * x + b)
    dz = (a - t) * a * (1 - a)
    return dz * x, dz


# --8<-- [end:mistake-no-two]


# --8<-- [start:mistake-times-w]
# You multiplied by the weight. The local slope of `w * x` in `w` is the other factor, `x`.
def slopes(x, t, w, b):
    a = sigmoid(w * x + b)
    dz = 2 * (a - t) * a * (1 - a)
    return dz * w, dz


# --8<-- [end:mistake-times-w]


# --8<-- [start:mistake-sign-turned]
# The sign is turned. The slope says which way the loss grows; to go against it is the optimiser’s work.
def slopes(x, t, w, b):
    a = sigmoid(w * x + b)
    dz = 2 * (t - a) * a * (1 - a)
    return dz * x, dz


# --8<-- [end:mistake-sign-turned]
