"""650 directions at once: the gradient, and 10,000 random ones."""

import numpy as np

from plainnet.data import digits

images, labels = (tensor.numpy() for tensor in digits())
X = images.reshape(-1, 64)[:500].astype(float)
Y = np.eye(10)[labels[:500]]  # a 1 for the right digit


def loss(W, b):
    """Mean cross-entropy of a layer with softmax."""
    z = X @ W.T + b
    z = z - z.max(1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(1)) - (z * Y).sum(1))


rng = np.random.default_rng(0)
W, b = 0.1 * rng.normal(size=(10, 64)), np.zeros(10)
z = X @ W.T + b
p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
grad_W = (p - Y).T @ X / len(X)  # (10, 64), like W
grad_b = (p - Y).mean(0)  # (10,), like b

gradient = np.r_[grad_W.ravel(), grad_b]
length = np.linalg.norm(gradient)
ways = rng.normal(size=(10_000, len(gradient)))
ways /= np.linalg.norm(ways, axis=1, keepdims=True)  # length 1
slopes = np.sort(ways @ gradient)
typical, best = np.abs(slopes).mean() / length, -slopes[0] / length
print(f"{len(gradient)} numbers; steepest fall: {length:.2f}")
print(f"a random direction, on average: {typical:.1%} of that")
print(f"the best of 10,000 random ones: {best:.1%}")
after = loss(W - 0.1 * grad_W, b - 0.1 * grad_b)
print(f"loss {loss(W, b):.2f}, after one step down {after:.2f}")
