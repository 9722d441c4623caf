"""Count the parameters of a stack.

Write `parameters`: it takes the widths of a stack of dense layers, inputs first, and returns
how many weights and biases the stack has.
"""


# --8<-- [start:stub]
def parameters(widths):
    return 0


# --8<-- [end:stub]


# --8<-- [start:solution]
def parameters(widths):
    return sum(out * into + out for into, out in zip(widths, widths[1:]))


# --8<-- [end:solution]


# --8<-- [start:check]
one = parameters([3, 4])
assert one == 16, f"Four neurons with three inputs each have 16, yours gives {one}."
small = parameters([3, 4, 3, 2])
assert small == 39, f"3, 4, 3, 2: expected 39, yours gives {small}."
digits = parameters([784, 256, 128, 10])
assert digits == 235146, f"784, 256, 128, 10: expected 235146, yours gives {digits}."
# --8<-- [end:check]


# --8<-- [start:mistake-no-biases]
# The biases are missing. Every neuron has one beside its weights.
def parameters(widths):
    return sum(out * into for into, out in zip(widths, widths[1:]))


# --8<-- [end:mistake-no-biases]


# --8<-- [start:mistake-input-biases]
# You gave the inputs biases as well. The input layer only holds data.
def parameters(widths):
    return sum(widths) + sum(out * into for into, out in zip(widths, widths[1:]))


# --8<-- [end:mistake-input-biases]


# --8<-- [start:mistake-counts-neurons]
# These are the neurons. Each has as many weights as it has inputs, and a bias.
def parameters(widths):
    return sum(widths[1:])


# --8<-- [end:mistake-counts-neurons]


# --8<-- [start:mistake-bias-per-input]
# You counted one bias for each number that goes in. A bias belongs to a neuron, so count what comes out.
def parameters(widths):
    return sum(out * into + into for into, out in zip(widths, widths[1:]))


# --8<-- [end:mistake-bias-per-input]
