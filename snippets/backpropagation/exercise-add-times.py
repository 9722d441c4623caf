"""Teach a number to go back.

These numbers can be added and multiplied. The way back of a sum is there. Write `back_of_times`,
which hands the slope of a product on to its two factors.
"""


# --8<-- [start:given]
class Number:
    def __init__(self, value, made_from=(), back=None):
        self.value, self.made_from, self.back, self.slope = value, made_from, back, 0.0

    def __add__(self, other):
        return Number(self.value + other.value, (self, other), back_of_plus)

    def __mul__(self, other):
        return Number(self.value * other.value, (self, other), back_of_times)


def back_of_plus(result, first, second):
    first.slope += result.slope
    second.slope += result.slope


def go_back(result, *earlier):
    """Hand slopes back through these results, the last one first."""
    result.slope = 1.0
    for node in (result, *earlier):
        node.back(node, *node.made_from)


# --8<-- [end:given]


# --8<-- [start:stub]
def back_of_times(result, first, second):
    pass


# --8<-- [end:stub]


# --8<-- [start:solution]
def back_of_times(result, first, second):
    first.slope += result.slope * second.value
    second.slope += result.slope * first.value


# --8<-- [end:solution]


# --8<-- [start:check]
a, b = Number(2.0), Number(5.0)
go_back(a * b)
assert (a.slope, b.slope) == (5.0, 2.0), f"2 * 5 has the slopes 5.0 and 2.0, got {a.slope} and {b.slope}."
x = Number(3.0)
go_back(x * x)
assert x.slope == 6.0, f"x * x at 3 has the slope 6.0, got {x.slope}."
u, v = Number(4.0), Number(3.0)
product = u * v
go_back(product * v, product)
assert (u.slope, v.slope) == (9.0, 24.0), (
    f"u * v * v at 4 and 3 has the slopes 9.0 and 24.0, got {u.slope} and {v.slope}."
)
# --8<-- [end:check]


# --8<-- [start:mistake-sets-the-slope]
# You set the slope. A number may be used twice, so its slopes add up: `+=`.
def back_of_times(result, first, second):
    first.slope = result.slope * second.value
    second.slope = result.slope * first.value


# --8<-- [end:mistake-sets-the-slope]


# --8<-- [start:mistake-own-value]
# Each factor got its own value as the local slope. It is the other factor that counts.
def back_of_times(result, first, second):
    first.slope += result.slope * first.value
    second.slope += result.slope * second.value


# --8<-- [end:mistake-own-value]


# --8<-- [start:mistake-forgot-what-arrives]
# The local slopes are right. But each must be multiplied by what arrives, `result.slope`.
def back_of_times(result, first, second):
    first.slope += second.value
    second.slope += first.value


# --8<-- [end:mistake-forgot-what-arrives]
