"""XOR with two layers, every gradient by hand."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)  # four examples, two inputs
t = np.array([[0], [1], [1], [0]], float)  # what is wanted
rng = np.random.default_rng(0)
W1, b1 = rng.normal(size=(3, 2)), np.zeros(3)  # three hidden units
W2, b2 = rng.normal(size=(1, 3)), np.zeros(1)
lr = 1.0

for step in range(1001):
    a = np.tanh(X @ W1.T + b1)  # forward
    p = 1 / (1 + np.exp(-(a @ W2.T + b2)))
    loss = -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))
    if step in (0, 10, 100, 1000):
        print(f"step {step:4}  loss {loss:.4f}  answers", *p.ravel().round(3))

    d2 = (p - t) / len(X)  # backward: the loss and the sigmoid together
    d1 = (d2 @ W2) * (1 - a**2)
    W2, b2 = W2 - lr * d2.T @ a, b2 - lr * d2.sum(0)  # update
    W1, b1 = W1 - lr * d1.T @ X, b1 - lr * d1.sum(0)

parameters = W1.size + b1.size + W2.size + b2.size
print(f"{parameters} parameters")
