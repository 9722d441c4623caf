"""How many mistakes AND allows: R, the margin, and the bound."""

import math

# each x with a 1 appended, and its target
rows = [((0, 0, 1), 0), ((0, 1, 1), 0), ((1, 0, 1), 0), ((1, 1, 1), 1)]
line = (2, 2, -3)  # a boundary that separates AND, as weights and bias
length = math.hypot(*line)

print("x          target  z / length")
distances = []
for x, target in rows:
    z = sum(weight * value for weight, value in zip(line, x))
    distances.append(abs(z) / length)
    print(f"{x}  {target:6}  {z / length:10.3f}")

margin = min(distances)
R = max(math.hypot(*x) for x, _ in rows)
bound = (R / margin) ** 2
print(f"R = {R:.3f}, margin = {margin:.3f}, bound = {bound:.0f}")
