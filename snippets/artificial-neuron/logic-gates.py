"""Four logic gates, each one neuron with weights chosen by hand."""


def neuron(x, w, b):
    """1 if the weighted sum plus the bias reaches 0, else 0."""
    z = sum(weight * value for weight, value in zip(w, x)) + b
    return 1 if z >= 0 else 0


# name: (weights, bias)
gates = {
    "AND": ([1, 1], -1.5),
    "OR": ([1, 1], -0.5),
    "NAND": ([-1, -1], 1.5),
}

print("x1 x2", *gates)
for x in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    row = [neuron(x, w, b) for w, b in gates.values()]
    print(f"{x[0]:2} {x[1]:2} {row[0]:3} {row[1]:2} {row[2]:4}")

print()
print("x1 NOT")
for x in [(0,), (1,)]:
    print(f"{x[0]:2} {neuron(x, [-1], 0.5):3}")
