"""Deep or wide, for the same money.

Write `numbers`: how many weights and biases a network has that takes `inputs` numbers and gives
`outputs`, with `hidden` hidden layers of `width` units each (one or more).
"""


# --8<-- [start:stub]
def numbers(inputs, width, hidden, outputs):
    return 0
# --8<-- [end:stub]


# --8<-- [start:solution]
def numbers(inputs, width, hidden, outputs):
    first = inputs * width + width
    between = (hidden - 1) * (width * width + width)
    return first + between + width * outputs + outputs
# --8<-- [end:solution]


# --8<-- [start:check]
got = numbers(2, 27, 1, 1)
assert got == 109, f"2 inputs, 1 hidden layer of 27, 1 output: expected 109, got {got}"
got = numbers(2, 5, 4, 1)
assert got == 111, f"2 inputs, 4 hidden layers of 5, 1 output: expected 111, got {got}"
got = numbers(64, 24, 9, 10)
assert got == 6610, f"64 inputs, 9 hidden layers of 24, 10 outputs: expected 6610, got {got}"
# --8<-- [end:check]


# --8<-- [start:mistake-no-biases]
# These are the weights alone. Every unit has a bias too, and so has every output.
def numbers(inputs, width, hidden, outputs):
    return inputs * width + (hidden - 1) * width * width + width * outputs
# --8<-- [end:mistake-no-biases]


# --8<-- [start:mistake-one-matrix-too-many]
# Between `hidden` layers there are only `hidden - 1` steps from one to the next.
def numbers(inputs, width, hidden, outputs):
    return inputs * width + width + hidden * (width * width + width) + width * outputs + outputs
# --8<-- [end:mistake-one-matrix-too-many]


# --8<-- [start:mistake-linear-in-depth]
# A layer between two hidden ones has width times width weights, not inputs times width.
def numbers(inputs, width, hidden, outputs):
    return hidden * (inputs * width + width) + width * outputs + outputs
# --8<-- [end:mistake-linear-in-depth]
