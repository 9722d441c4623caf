"""Try every setting on a grid: how many give a gate right in all four rows?"""

from itertools import product

inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
gates = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "XOR": (0, 1, 1, 0),
}
grid = range(-10, 11)  # whole numbers from -10 to 10


def table(w1, w2, b):
    """The neuron's answers to the four inputs."""
    return tuple(int(w1 * x1 + w2 * x2 + b >= 0) for x1, x2 in inputs)


tables = [table(w1, w2, b) for w1, w2, b in product(grid, repeat=3)]
tried = len(tables)
found, best = [], []
for name, wanted in gates.items():
    right = [sum(a == t for a, t in zip(answers, wanted)) for answers in tables]
    found.append(right.count(4))
    best.append(max(right))
    print(f"{name:4} {found[-1]:4} of {tried} settings, best {best[-1]} of 4 rows")
