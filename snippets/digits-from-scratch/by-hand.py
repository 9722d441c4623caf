"""Forward, loss, backward, update: fifty steps of 784-256-128-10 in NumPy."""

import numpy as np

from plainnet import data

images, labels = (part.numpy()[:1000] for part in data.mnist())
X, targets = images.reshape(1000, 784).astype(float), labels
rng, lr, losses = np.random.default_rng(0), 0.2, []
W, b = [], []
for D, units in [(784, 256), (256, 128), (128, 10)]:
    k = 1 / np.sqrt(D)
    W.append(rng.uniform(-k, k, (units, D)))
    b.append(rng.uniform(-k, k, units))

for step, batch in enumerate(np.split(rng.permutation(1000), 50), start=1):
    # forward
    A = [X[batch]]
    for layer in range(3):
        Z = A[layer] @ W[layer].T + b[layer]
        A.append(np.maximum(Z, 0) if layer < 2 else Z)
    # loss
    powers = np.exp(Z - Z.max(1, keepdims=True))
    shares = powers / powers.sum(1, keepdims=True)
    wanted = np.eye(10)[targets[batch]]
    losses.append(-np.log(shares[wanted == 1]).mean())
    # backward, then update
    dZ = (shares - wanted) / len(batch)
    for layer in (2, 1, 0):
        dW, db = dZ.T @ A[layer], dZ.sum(0)
        dZ = dZ @ W[layer] * (A[layer] > 0)
        W[layer] -= lr * dW
        b[layer] -= lr * db
    if step % 10 == 0:
        print(f"step {step}: loss {np.mean(losses[-10:]):.6f}")
