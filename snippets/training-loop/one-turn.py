"""One turn of the loop on a network of a single weight."""

x, t = 3.0, 1.0  # one example and its target
w = 0.5
lr = 0.05

for turn in (1, 2):
    y = w * x  # 1. forward
    loss = (y - t) ** 2  # 2. loss
    gradient = 2 * (y - t) * x  # 3. backward
    before = w
    w = w - lr * gradient  # 4. update
    print(f"turn {turn}")
    print(f"  1 forward:  y = {before:.2f} * 3 = {y:.2f}")
    print(f"  2 loss:     ({y:.2f} - 1)^2 = {loss:.4f}")
    print(f"  3 backward: 2 * {y - t:.2f} * 3 = {gradient:.2f}")
    print(f"  4 update:   w = {before:.2f} - 0.05 * {gradient:.2f} = {w:.3f}")
