"""A feature for moved rings.

The two rings of this chapter have moved: their middle is now at $(2, 1)$. Write `feature(x1, x2)`
so that it has one value all along the inner ring and another all along the outer one.
"""

# --8<-- [start:stub]
def feature(x1, x2):
    return x1 + x2
# --8<-- [end:stub]


# --8<-- [start:solution]
def feature(x1, x2):
    return (x1 - 2) ** 2 + (x2 - 1) ** 2
# --8<-- [end:solution]


# --8<-- [start:check]
import math

angles = [2 * math.pi * i / 16 for i in range(16)]
inner = [feature(2 + math.cos(a), 1 + math.sin(a)) for a in angles]
outer = [feature(2 + 2 * math.cos(a), 1 + 2 * math.sin(a)) for a in angles]
assert max(inner) - min(inner) < 1e-6, f"On the inner ring it runs from {min(inner):.2f} to {max(inner):.2f}; it should have one value there."
assert max(outer) - min(outer) < 1e-6, f"On the outer ring it runs from {min(outer):.2f} to {max(outer):.2f}; it should have one value there."
assert abs(sum(outer) / 16 - sum(inner) / 16) > 1e-6, f"It has the mean {sum(inner) / 16:.2f} on both rings, so it can’t tell them apart."
# --8<-- [end:check]


# --8<-- [start:mistake-old-middle]
# This measures the distance from (0, 0). The rings have moved: measure from their middle.
def feature(x1, x2):
    return x1**2 + x2**2
# --8<-- [end:mistake-old-middle]

# --8<-- [start:mistake-plus]
# You added the middle. To count from it, subtract it: at (2, 1) the feature must be 0.
def feature(x1, x2):
    return (x1 + 2) ** 2 + (x2 + 1) ** 2
# --8<-- [end:mistake-plus]

# --8<-- [start:mistake-not-squared]
# Without squares, left and right of the middle cancel, so this is one more straight-line input.
def feature(x1, x2):
    return (x1 - 2) + (x2 - 1)
# --8<-- [end:mistake-not-squared]
