"""Find the rule behind five receipts, and use it."""

import numpy as np

buns = np.array([1, 2, 3, 5, 8])
paid = np.array([1.50, 2.70, 3.90, 6.30, 9.90])

k, b = np.polyfit(buns, paid, deg=1)  # the best straight line
loss = np.mean((k * buns + b - paid) ** 2)
print(f"10 buns: {k * 10 + b:.2f}")
