"""What an attack finds, and what a proof by intervals can promise."""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy()[8000:8500] for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
layers = [
    [saved[f"{k}.{part}"].numpy().astype(float) for part in ("weight", "bias")] for k in (0, 2, 4)
]
EPSILONS = (0, 0.001, 0.002, 0.005, 0.01, 0.02)


def forward(A):
    kept = []
    for k, (W, b) in enumerate(layers):
        Z = A @ W.T + b
        A = np.maximum(Z, 0)
        kept.append(Z > 0)
    return Z, kept


def attacked(epsilon):
    Z, (first, second, _) = forward(X)
    p = np.exp(Z - Z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p -= np.eye(10)[labels]
    slope = ((p @ layers[2][0] * second) @ layers[1][0] * first) @ layers[0][0]
    Z, _ = forward(np.clip(X + epsilon * np.sign(slope), 0, 1))
    return 100 * np.mean(Z.argmax(1) == labels)


# --8<-- [start:proven]
def proven(epsilon):
    """Every pixel may lie anywhere in its interval; so then may every unit."""
    middle, reach = X, np.full(X.shape, epsilon)
    for W, b in layers[:2]:
        middle, reach = middle @ W.T + b, reach @ np.abs(W).T
        low, high = np.maximum(middle - reach, 0), np.maximum(middle + reach, 0)
        middle, reach = (low + high) / 2, (high - low) / 2
    W, b = layers[2]
    lead = W[labels][:, None] - W  # the right score minus each other one
    least = (lead @ middle[:, :, None])[..., 0] + (b[labels][:, None] - b)
    least -= (np.abs(lead) @ reach[:, :, None])[..., 0]
    least[np.arange(len(X)), labels] = np.inf
    return 100 * np.mean(least.min(1) > 0)


# --8<-- [end:proven]


stood = {e: attacked(e) for e in EPSILONS}
sure = {e: proven(e) for e in EPSILONS}
print("step      ", "".join(f"{e:7}" for e in EPSILONS))
print("stood, %  ", "".join(f"{stood[e]:7.1f}" for e in EPSILONS))
print("proven, % ", "".join(f"{sure[e]:7.1f}" for e in EPSILONS))
