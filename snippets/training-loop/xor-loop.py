"""A network learns XOR: four operations, 2,000 times."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)  # (4, 2)
t = np.array([[0], [1], [1], [0]], float)  # (4, 1)

rng = np.random.default_rng(0)
W1, b1 = rng.normal(size=(4, 2)), np.zeros(4)  # 2 inputs, 4 hidden units
W2, b2 = rng.normal(size=(1, 4)), np.zeros(1)  # 4 hidden units, 1 output
lr = 0.5

print("step   loss  answers")
for step in range(2001):
    # 1. forward: what does the network answer?
    A = np.tanh(X @ W1.T + b1)  # (4, 4)
    p = 1 / (1 + np.exp(-(A @ W2.T + b2)))  # (4, 1)

    # 2. loss: how wrong is that?
    loss = -(t * np.log(p) + (1 - t) * np.log(1 - p)).mean()
    if step in (0, 10, 30, 100, 300, 2000):
        print(f"{step:4} {loss:.4f} ", *p.round(2).ravel())

    # 3. backward: how does the loss change with every number?
    dZ2 = (p - t) / len(X)  # (4, 1)
    dW2, db2 = dZ2.T @ A, dZ2.sum(0)
    dZ1 = (dZ2 @ W2) * (1 - A**2)  # (4, 4)
    dW1, db1 = dZ1.T @ X, dZ1.sum(0)

    # 4. update: one step downhill
    W1, b1 = W1 - lr * dW1, b1 - lr * db1
    W2, b2 = W2 - lr * dW2, b2 - lr * db2
