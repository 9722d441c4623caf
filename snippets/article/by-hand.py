"""A network of two layers, all the way from three numbers to a loss."""

import numpy as np

W1 = np.array([[1.0, -1.0, 0.5], [-0.5, 1.0, 1.0]])  # m = 2 rows, n = 3 columns
b1 = np.array([0.0, -0.5])
W2 = np.array([[1.0, 0.5], [-1.0, 1.0], [0.5, -0.5]])  # 3 classes
b2 = np.array([0.1, 0.0, -0.1])


def network(x):
    z1 = W1 @ x + b1
    a1 = np.maximum(z1, 0)  # ReLU
    z2 = W2 @ a1 + b2
    powers = np.exp(z2 - z2.max())
    return z1, a1, z2, powers / powers.sum()  # softmax


examples = [([1.0, 0.5, 2.0], 0), ([-1.0, 1.0, 0.0], 1), ([0.0, 0.0, 1.0], 2)]
losses = []
for x, target in examples:
    z1, a1, z2, p = network(np.array(x))
    losses.append(-np.log(p[target]))
    print(f"x {x}  z {z1}  a {a1}")
    print(f"    scores {z2.round(3)}  shares {p.round(3)}  loss {losses[-1]:.3f}")
    if target == 0:
        first_z, first_a, first_p, one_hot = z1, a1, p, np.eye(3)[target]

risk = np.mean(losses)
parameters = W1.size + b1.size + W2.size + b2.size
squared = np.mean((first_p - one_hot) ** 2)
print(f"{parameters} parameters, mean loss {risk:.3f}")
