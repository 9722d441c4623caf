"""Walk toward the middle of 1,000 numbers, and see how close it stays."""

import numpy as np

rng = np.random.default_rng(0)
numbers = rng.normal(size=1000)
lowest = numbers.mean()  # where the mean of (w - number)²/2 is least


def distance(batch, rate, steps=2000):
    """How far it is on average, over the last half of the steps."""
    w, far = 3.0, []
    for _ in range(steps):
        gradient = w - numbers[rng.integers(0, 1000, batch)].mean()
        w = w - rate * gradient
        far.append(abs(w - lowest))
    return np.mean(far[steps // 2 :])


table = {}
print("batch   rate 0.5   rate 0.05")
for batch in (1, 10, 100):
    table[batch] = [distance(batch, rate) for rate in (0.5, 0.05)]
    high, low = table[batch]
    print(f"{batch:5}   {high:8.3f}   {low:9.3f}")
