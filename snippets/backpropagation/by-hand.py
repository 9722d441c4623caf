"""A 2-2-1 network in plain Python: every number, forward and backward."""

import math

x1, x2, t = 0.5, -2.0, 1.0
w11, w12, b1 = 0.6, 0.1, 0.4
w21, w22, b2 = 0.5, 0.9, 0.8
v1, v2, c = 0.7, -0.3, -0.5

# forward
z1 = w11 * x1 + w12 * x2 + b1
z2 = w21 * x1 + w22 * x2 + b2
a1, a2 = math.tanh(z1), math.tanh(z2)
z3 = v1 * a1 + v2 * a2 + c
L = (z3 - t) ** 2
print(f"z1 {z1:.3f}   a1 {a1:.3f}")
print(f"z2 {z2:.3f}  a2 {a2:.3f}")
print(f"z3 {z3:.3f}   L {L:.3f}")

# backward: d_z3 is short for the slope of L in z3
d_z3 = 2 * (z3 - t)
d_v1, d_v2, d_c = d_z3 * a1, d_z3 * a2, d_z3
d_a1, d_a2 = d_z3 * v1, d_z3 * v2
slope1, slope2 = 1 - a1 * a1, 1 - a2 * a2  # of the two bends
d_z1, d_z2 = d_a1 * slope1, d_a2 * slope2
d_w11, d_w12, d_b1 = d_z1 * x1, d_z1 * x2, d_z1
d_w21, d_w22, d_b2 = d_z2 * x1, d_z2 * x2, d_z2
d_x1 = d_z1 * w11 + d_z2 * w21  # two ways to the loss: add
d_x2 = d_z1 * w12 + d_z2 * w22
print("slopes of the loss:")
print(f"v1  {d_v1:6.3f}  v2  {d_v2:6.3f}  c  {d_c:6.3f}")
print(f"w11 {d_w11:6.3f}  w12 {d_w12:6.3f}  b1 {d_b1:6.3f}")
print(f"w21 {d_w21:6.3f}  w22 {d_w22:6.3f}  b2 {d_b2:6.3f}")
print(f"x1  {d_x1:6.3f}  x2  {d_x2:6.3f}")
