"""What `backward` changes, what a step changes, and by how much."""

import torch

start = torch.tensor([0.6, 0.1, 0.4, 0.5, 0.9, 0.8, 0.7, -0.3, -0.5])
theta = start.clone().requires_grad_()
w11, w12, b1, w21, w22, b2, v1, v2, c = theta
a1 = torch.tanh(0.5 * w11 - 2.0 * w12 + b1)
a2 = torch.tanh(0.5 * w21 - 2.0 * w22 + b2)
loss = (v1 * a1 + v2 * a2 + c - 1) ** 2
loss.backward()
print("backward has moved a parameter:", not torch.equal(theta.detach(), start))

g = theta.grad
rules = {"gradient descent": 0.01 * g, "Adam's first step": 0.01 * g / (g.abs() + 1e-8)}
with torch.no_grad():
    for name, step in rules.items():
        theta.copy_(start - step)
        moved = (theta - start).tolist()
        print(f"{name:17} moves w12 by {moved[1]:6.3f}, w22 by {moved[4]:6.3f}")
