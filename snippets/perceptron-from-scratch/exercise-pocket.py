"""Keep the best in the pocket.

XOR has no line, and a perceptron wanders away from every good one. Write `pocket`: let the
unit wander for some epochs, but return the weights and the bias `(w1, w2, b)` that got **most
rows right** on the way.
"""

# --8<-- [start:given]
rows = [(0, 0), (1, 1), (0, 1), (1, 0)]


def answer(w1, w2, b, x):
    return 1 if w1 * x[0] + w2 * x[1] + b >= 0 else 0


def rows_right(w1, w2, b, targets):
    return sum(answer(w1, w2, b, x) == t for x, t in zip(rows, targets))


# --8<-- [end:given]


# --8<-- [start:stub]
def pocket(targets, epochs):
    w1 = w2 = b = 0
    best = (w1, w2, b)
    for epoch in range(epochs):
        ...  # let it learn from every row, and look whether it got better
    return best
# --8<-- [end:stub]


# --8<-- [start:solution]
def pocket(targets, epochs):
    w1 = w2 = b = 0
    best = (w1, w2, b)
    for epoch in range(epochs):
        for x, target in zip(rows, targets):
            error = target - answer(w1, w2, b, x)
            w1, w2, b = w1 + error * x[0], w2 + error * x[1], b + error
            if rows_right(w1, w2, b, targets) > rows_right(*best, targets):
                best = (w1, w2, b)
    return best


# --8<-- [end:solution]


# --8<-- [start:check]
xor = [0, 0, 1, 1]
found = rows_right(*pocket(xor, 10), xor)
assert found == 3, f"XOR, 10 epochs: a line can get 3 rows right, yours gets {found}."
both = rows_right(*pocket([0, 1, 0, 0], 10), [0, 1, 0, 0])
assert both == 4, f"AND, 10 epochs: expected 4 rows right, got {both}."
# --8<-- [end:check]


# --8<-- [start:mistake-looks-once-an-epoch]
# It looks only at the end of each epoch, and on XOR the good moments are in between. Look after every row.
def pocket(targets, epochs):
    w1 = w2 = b = 0
    best = (w1, w2, b)
    for epoch in range(epochs):
        for x, target in zip(rows, targets):
            error = target - answer(w1, w2, b, x)
            w1, w2, b = w1 + error * x[0], w2 + error * x[1], b + error
        if rows_right(w1, w2, b, targets) > rows_right(*best, targets):
            best = (w1, w2, b)
    return best


# --8<-- [end:mistake-looks-once-an-epoch]
