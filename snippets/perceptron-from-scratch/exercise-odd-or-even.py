"""Odd or even.

One layer of threshold units can feed another. Choose the numbers by hand, so that the last
unit answers 1 if an **odd** number of the three inputs is 1. `front` holds the weights and
the bias of three units that look at the inputs, `last` those of the unit that joins them.
"""


# --8<-- [start:given]
def unit(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return 1 if z >= 0 else 0


def odd(x, front, last):
    hidden = [unit(x, w, b) for w, b in front]
    return unit(hidden, *last)


# --8<-- [end:given]


# --8<-- [start:stub]
front = [([1, 1, 1], -1), ([1, 1, 1], -1), ([1, 1, 1], -1)]
last = ([1, 1, 1], -1)
# --8<-- [end:stub]


# --8<-- [start:solution]
front = [([1, 1, 1], -1), ([1, 1, 1], -2), ([1, 1, 1], -3)]  # at least one, two, three
last = ([1, -1, 1], -1)
# --8<-- [end:solution]


# --8<-- [start:check]
inputs = [(x1, x2, x3) for x1 in (0, 1) for x2 in (0, 1) for x3 in (0, 1)]
for count in range(4):
    wrong = [x for x in inputs if sum(x) == count and odd(x, front, last) != count % 2]
    assert not wrong, f"Wrong where {count} of the inputs are 1: {', '.join(map(str, wrong))}"
# --8<-- [end:check]


# --8<-- [start:mistake-all-count-up]
# The last unit adds all three votes, so it can’t take one back. “At least two” must speak against.
front = [([1, 1, 1], -1), ([1, 1, 1], -2), ([1, 1, 1], -3)]
last = ([1, 1, 1], -2)
# --8<-- [end:mistake-all-count-up]


# --8<-- [start:mistake-exactly-one]
# This is “exactly one”. Three ones are odd as well: the unit “at least three” must speak for, with a weight.
front = [([1, 1, 1], -1), ([1, 1, 1], -2), ([1, 1, 1], -3)]
last = ([1, -1, 0], -1)
# --8<-- [end:mistake-exactly-one]
