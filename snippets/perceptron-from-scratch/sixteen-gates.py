"""All sixteen gates of two inputs: which does a perceptron learn?"""

from itertools import product

rows = [(0, 0), (0, 1), (1, 0), (1, 1)]
names = {(0, 1, 1, 0): "XOR", (1, 0, 0, 1): "XNOR"}


def learns(targets):
    """Is there an epoch without a mistake before the numbers repeat?"""
    w1, w2, b, seen = 0, 0, 0, set()
    while (w1, w2, b) not in seen:
        seen.add((w1, w2, b))
        mistakes = 0
        for (x1, x2), target in zip(rows, targets):
            error = target - (1 if w1 * x1 + w2 * x2 + b >= 0 else 0)
            w1, w2, b = w1 + error * x1, w2 + error * x2, b + error
            mistakes += abs(error)
        if mistakes == 0:
            return True
    return False


gates = list(product([0, 1], repeat=4))
learned = [gate for gate in gates if learns(gate)]
failed = [gate for gate in gates if gate not in learned]
print(f"learned: {len(learned)} of {len(gates)}")
for gate in failed:
    print("never:  ", *gate, names[gate])
