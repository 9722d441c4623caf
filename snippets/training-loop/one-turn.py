"""One turn of the loop on a network of a single weight."""

x, t = 3.0, 1.0  # one example and its target
w = 0.5
lr = 0.05

for turn in (1, 2):
    z = w * x  # 1. forward
    loss = (z - t) ** 2  # 2. loss
    gradient = 2 * (z - t) * x  # 3. backward
    before = w
    w = w - lr * gradient  # 4. update
    print(f"turn {turn}")
    print(f"  1 forward:  z = {before:.2f} * 3 = {z:.2f}")
    print(f"  2 loss:     ({z:.2f} - 1)^2 = {loss:.4f}")
    print(f"  3 backward: 2 * {z - t:.2f} * 3 = {gradient:.2f}")
    print(f"  4 update:   w = {before:.2f} - 0.05 * {gradient:.2f} = {w:.3f}")
