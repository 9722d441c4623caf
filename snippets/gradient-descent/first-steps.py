"""Five steps of gradient descent, with every number."""

w1, w2 = 2.0, 0.5
rate = 0.1

print("step    w1     w2    loss   gradient")
for step in range(6):
    loss = w1**2 + 3 * w2**2
    g1, g2 = 2 * w1, 6 * w2
    print(f"{step:4}  {w1:.3f}  {w2:.3f}  {loss:.3f}  ({g1:.3f}, {g2:.3f})")
    w1 = w1 - rate * g1
    w2 = w2 - rate * g2
