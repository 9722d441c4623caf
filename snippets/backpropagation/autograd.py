"""Numbers that remember how they were made, and so can find their own slopes."""

import math


class Number:
    """A value, what it was made from with the local slopes, and the slope of the loss."""

    def __init__(self, value, made_from=()):
        self.value, self.made_from, self.slope = value, made_from, 0.0

    def __add__(self, other):
        return Number(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Number(self.value * other.value, [(self, other.value), (other, self.value)])

    def tanh(self):
        a = math.tanh(self.value)
        return Number(a, [(self, 1 - a * a)])

    def backward(self):
        """Visit every node after all that it went into, and pass its slope on."""
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for source, _ in node.made_from:
                    visit(source)
                order.append(node)  # after everything it was made from

        visit(self)
        self.slope = 1.0
        for node in reversed(order):
            for source, local in node.made_from:
                source.slope += node.slope * local  # ways meet: add


x = Number(3.0)
(x * x + x).backward()
print(f"x * x + x at 3: slope {x.slope}")

names = ["w11", "w12", "b1", "w21", "w22", "b2", "v1", "v2", "c"]
theta = [Number(v) for v in (0.6, 0.1, 0.4, 0.5, 0.9, 0.8, 0.7, -0.3, -0.5)]
w11, w12, b1, w21, w22, b2, v1, v2, c = theta
x1, x2, minus_t = Number(0.5), Number(-2.0), Number(-1.0)

a1 = (w11 * x1 + w12 * x2 + b1).tanh()
a2 = (w21 * x1 + w22 * x2 + b2).tanh()
miss = v1 * a1 + v2 * a2 + c + minus_t
loss = miss * miss
loss.backward()
for name, number in zip(names, theta):
    print(f"{name:3} {number.slope:6.3f}")
