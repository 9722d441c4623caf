"""Try every neuron on a grid: how many get a gate right?"""

from itertools import product

from plainnet import draw

inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
gates = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}
grid = range(-10, 11)  # whole numbers from -10 to 10


def rows_right(w1, w2, b, wanted):
    """How many of the four rows come out as wanted."""
    right = 0
    for (x1, x2), answer in zip(inputs, wanted):
        z = w1 * x1 + w2 * x2 + b
        right += (z >= 0) == answer
    return right


neurons = list(product(grid, repeat=3))  # every w1, w2, b
tried = len(neurons)
found, best = [], []
for name, wanted in gates.items():
    scores = [rows_right(*neuron, wanted) for neuron in neurons]
    found.append(scores.count(4))
    best.append(max(scores))
    print(f"{name:4} {found[-1]:4} of {tried}, best {best[-1]} of 4 rows")

plane = draw.Plane(x=(-1, 2), y=(-1, 2), title="The rows of XOR")
plane.points(inputs, gates["XOR"])
plane.line([1, 1], -0.5, label="OR")
plane.line([1, 1], -1.5, label="AND")
plane.save("xor-search.svg")
