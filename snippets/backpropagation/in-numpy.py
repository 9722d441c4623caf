"""The same network as two layers: three lines back for each."""

import numpy as np

X = np.array([[0.5, -2.0]])  # (N, 2), here N = 1
T = np.array([[1.0]])  # (N, 1)
W1, b1 = np.array([[0.6, 0.1], [0.5, 0.9]]), np.array([0.4, 0.8])  # (2, 2), (2,)
W2, b2 = np.array([[0.7, -0.3]]), np.array([-0.5])  # (1, 2), (1,)

Z1 = X @ W1.T + b1  # (N, 2)
A1 = np.tanh(Z1)  # (N, 2)
Z2 = A1 @ W2.T + b2  # (N, 1)
J = np.mean((Z2 - T) ** 2)

dZ2 = 2 * (Z2 - T) / len(X)  # (N, 1), the slope of J in Z2
dW2, db2 = dZ2.T @ A1, dZ2.sum(0)
dZ1 = (dZ2 @ W2) * (1 - A1**2)  # (N, 2)
dW1, db1 = dZ1.T @ X, dZ1.sum(0)

for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
    print(name, [round(v, 3) for v in slope.ravel().tolist()])
