"""Cross-entropy from logits.

Write `cross_entropy`: it takes a NumPy array `z` of logits and the number `t` of the right
class, and returns the loss. It must cope with any logits, however large.
"""

# --8<-- [start:given]
import numpy as np

np.seterr(all="ignore")
# --8<-- [end:given]


# --8<-- [start:stub]
def cross_entropy(z, t):
    return z[t]
# --8<-- [end:stub]


# --8<-- [start:solution]
def cross_entropy(z, t):
    highest = z.max()
    return highest + np.log(np.exp(z - highest).sum()) - z[t]
# --8<-- [end:solution]


# --8<-- [start:check]
small = round(float(cross_entropy(np.array([2.0, 1.0, 0.1]), 1)), 3)
assert small == 1.417, f"The logits 2, 1, 0.1 with t = 1 should cost 1.417, got {small}."
sure = round(float(cross_entropy(np.array([0.0, 1000.0]), 1)), 3)
assert sure == 0, f"The logits 0, 1000 with t = 1 should cost 0.0, got {sure}."
wrong = round(float(cross_entropy(np.array([0.0, 1000.0]), 0)), 3)
assert wrong == 1000, f"The logits 0, 1000 with t = 0 should cost 1000.0, got {wrong}."
low = round(float(cross_entropy(np.array([-1000.0, -1000.0]), 0)), 3)
assert low == 0.693, f"The logits -1000, -1000 should cost 0.693 for either class, got {low}."
# --8<-- [end:check]


# --8<-- [start:mistake-log-of-zero]
# Right for small logits. But the share of the right class is rounded to 0, and its logarithm is infinite. Put the softmax into the formula and simplify it first.
def cross_entropy(z, t):
    p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    return -np.log(p[t])
# --8<-- [end:mistake-log-of-zero]


# --8<-- [start:mistake-overflows]
# Right for small logits, but the exponential of a large logit overflows. Take the highest logit away first, and add it again after the logarithm.
def cross_entropy(z, t):
    return np.log(np.exp(z).sum()) - z[t]
# --8<-- [end:mistake-overflows]


# --8<-- [start:mistake-no-minus]
# This is the logarithm of the share, which is negative. The loss is minus that.
def cross_entropy(z, t):
    return z[t] - z.max() - np.log(np.exp(z - z.max()).sum())
# --8<-- [end:mistake-no-minus]


# --8<-- [start:mistake-forgot-to-add]
# You took the highest logit away inside the exponentials. Then z[t] must lose it as well, or it must be added again.
def cross_entropy(z, t):
    return np.log(np.exp(z - z.max()).sum()) - z[t]
# --8<-- [end:mistake-forgot-to-add]
