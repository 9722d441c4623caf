"""A perceptron in plain Python: nothing is imported."""


class Perceptron:
    """A threshold unit that learns; x is a list of D numbers."""

    def __init__(self, inputs):
        self.w = [0] * inputs  # (D,)
        self.b = 0

    def answer(self, x):
        z = sum(w * value for w, value in zip(self.w, x)) + self.b
        return 1 if z >= 0 else 0

    def learn(self, x, target):
        """One step. Returns the error: -1, 0 or 1."""
        error = target - self.answer(x)
        self.w = [w + error * value for w, value in zip(self.w, x)]
        self.b += error
        return error


def train(targets, epochs=1000):
    """The trained unit, and the epoch without a mistake, or None."""
    unit = Perceptron(2)
    for epoch in range(1, epochs + 1):
        errors = [unit.learn(x, t) for x, t in zip(rows, targets)]
        if not any(errors):  # all of them are 0
            return unit, epoch
    return unit, None


rows = [(0, 0), (0, 1), (1, 0), (1, 1)]
gates = {"AND": "0001", "OR": "0111", "NAND": "1110", "XOR": "0110"}
right = []
for name, column in gates.items():
    targets = [int(digit) for digit in column]
    unit, done = train(targets)
    right.append(sum(unit.answer(x) == t for x, t in zip(rows, targets)))
    when = f"done in epoch {done}," if done else "never done,"
    end = f"w = {unit.w}, b = {unit.b}, {right[-1]} of 4 right"
    print(f"{name:4} {when:16} {end}")
