"""Two votes out of three.

Choose three weights and a bias by hand. The neuron below answers 1 if its sum reaches 0.
With your numbers it must answer 1 when **at least two** of its three inputs are 1, and
0 otherwise.
"""

# --8<-- [start:given]
def neuron(x, w, b):
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return 1 if z >= 0 else 0
# --8<-- [end:given]


# --8<-- [start:stub]
w = [0, 0, 0]
b = -1
# --8<-- [end:stub]


# --8<-- [start:solution]
w = [1, 1, 1]
b = -1.5
# --8<-- [end:solution]


# --8<-- [start:check]
assert len(w) == 3, f"w has {len(w)} numbers; the neuron needs one weight for each of its 3 inputs."
rows = [(x1, x2, x3) for x1 in (0, 1) for x2 in (0, 1) for x3 in (0, 1)]
too_many = [x for x in rows if sum(x) < 2 and neuron(x, w, b) == 1]
too_few = [x for x in rows if sum(x) >= 2 and neuron(x, w, b) == 0]
assert not too_many, f"Answers 1 where fewer than two inputs are 1: {', '.join(map(str, too_many))}"
assert not too_few, f"Answers 0 where two or three inputs are 1: {', '.join(map(str, too_few))}"
# --8<-- [end:check]


# --8<-- [start:mistake-sign-of-bias]
# The bias has the wrong sign. It is added to the sum, so to demand more of the inputs it must be negative.
w = [1, 1, 1]
b = 1.5
# --8<-- [end:mistake-sign-of-bias]

# --8<-- [start:mistake-one-is-enough]
# A single input is enough for this neuron: that is OR. The boundary must lie between a sum of 1 and a sum of 2.
w = [1, 1, 1]
b = -0.5
# --8<-- [end:mistake-one-is-enough]

# --8<-- [start:mistake-all-three]
# This neuron asks for all three inputs: that is AND. The boundary must lie between a sum of 1 and a sum of 2.
w = [1, 1, 1]
b = -2.5
# --8<-- [end:mistake-all-three]

# --8<-- [start:mistake-only-two-inputs]
# A weight of 0 switches its input off, and then the neuron can’t see the third vote.
w = [1, 1, 0]
b = -1.5
# --8<-- [end:mistake-only-two-inputs]
