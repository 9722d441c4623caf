"""A line for the baker's receipts, by gradient descent."""

import numpy as np

x = np.array([1, 2, 3, 5, 8])  # buns
y = np.array([1.50, 2.70, 3.90, 6.30, 9.90])  # paid
k, b = 0.0, 0.0

for step in range(201):
    miss = k * x + b - y
    loss = (miss**2).mean()
    grad_k = (2 * miss * x).mean()
    grad_b = (2 * miss).mean()
    if step in (0, 1, 2, 10, 100, 200):
        print(f"step {step:3}: k = {k:.3f}, b = {b:.3f}, loss {loss:.4f}")
    k = k - 0.04 * grad_k
    b = b - 0.04 * grad_b
