"""The loss of any rule.

Write `loss(f, xs, ys)`: the mean of the squared misses of the rule `f` over the examples.
`f` is a function of one number. `xs` are the inputs, `ys` the wanted outputs.
"""

# --8<-- [start:stub]
def loss(f, xs, ys):
    return 0
# --8<-- [end:stub]


# --8<-- [start:solution]
def loss(f, xs, ys):
    squares = [(f(x) - y) ** 2 for x, y in zip(xs, ys)]
    return sum(squares) / len(squares)
# --8<-- [end:solution]


# --8<-- [start:check]
guess = loss(lambda x: x + 1, [1, 2, 3, 5, 8], [1.50, 2.70, 3.90, 6.30, 9.90])
assert abs(guess - 0.25) < 1e-9, f"For the guess x + 1 and the five receipts it gives {guess:.2f}; wanted is 0.25."
hit = loss(lambda x: 2 * x, [0, 1, 2], [0, 2, 4])
assert abs(hit) < 1e-9, f"For a rule that hits every example it gives {hit:.2f}; wanted is 0."
even = loss(lambda x: 0, [1, 2], [1, -1])
assert abs(even - 1) < 1e-9, f"For one miss of 1 and one of −1 it gives {even:.2f}; wanted is 1."
# --8<-- [end:check]


# --8<-- [start:mistake-sum]
# You added up the squared misses but did not divide by how many there are. The loss is their mean.
def loss(f, xs, ys):
    return sum((f(x) - y) ** 2 for x, y in zip(xs, ys))
# --8<-- [end:mistake-sum]

# --8<-- [start:mistake-not-squared]
# You took the mean of the misses themselves. Then a miss of 1 and one of −1 cancel. Square each first.
def loss(f, xs, ys):
    return sum(f(x) - y for x, y in zip(xs, ys)) / len(xs)
# --8<-- [end:mistake-not-squared]

# --8<-- [start:mistake-size]
# You took the mean size of the misses. That is a loss too, but here each miss is squared, so that large ones count more.
def loss(f, xs, ys):
    return sum(abs(f(x) - y) for x, y in zip(xs, ys)) / len(xs)
# --8<-- [end:mistake-size]
