"""The loss of two logits, the second of which is right: step by step, and in one go."""

import numpy as np


def step_by_step(z, t):
    p = np.exp(z - z.max())
    p = p / p.sum()
    return -np.log(p[t])


def in_one_go(z, t):
    highest = z.max()
    return highest + np.log(np.exp(z - highest).sum()) - z[t]


np.seterr(all="ignore")  # the logarithm of 0 is the point
print("logits        step by step  in one go")
for logits in ([2.0, 1.0], [20.0, 0.0], [1000.0, 0.0]):
    z = np.array(logits)
    print(f"{logits!s:13} {step_by_step(z, 1):12.3f} {in_one_go(z, 1):10.3f}")
