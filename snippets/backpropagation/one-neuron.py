"""One neuron without an activation: forward, then back, then a nudge to check."""

x, w, b, t = 3, 2, 1, 5

# forward: each line is one node
p = w * x
z = p + b
m = z - t  # the miss
L = m * m
print(f"p {p}, z {z}, m {m}, L {L}")

# backward: what arrives, times the local slope
dL = 1
dm = dL * 2 * m  # L = m * m
dz = dm * 1  # m = z - t
dp = dz * 1  # z = p + b
db = dz * 1
dw = dp * x  # p = w * x
print(f"dm {dm}, dz {dz}, db {db}, dp {dp}, dw {dw}")

nudged = ((w + 0.001) * x + b - t) ** 2
rise = (nudged - L) / 0.001
print(f"a nudge of w counts {rise:.2f} times")
