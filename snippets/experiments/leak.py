"""A phone sends only its gradient. What can the server see?"""

import numpy as np

import plainnet
from plainnet import data, draw

images, labels = (part.numpy()[8000:] for part in data.mnist())
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
W, b = (
    [saved[f"{layer}.{part}"].numpy().astype(float) for layer in (0, 2, 4)] for part in ("weight", "bias")
)


def gradient(x, target):
    """What leaves the phone: the slopes of the first layer's weights and biases, means over a batch."""
    Z1 = x @ W[0].T + b[0]
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ W[1].T + b[1]
    Z3 = np.maximum(Z2, 0) @ W[2].T + b[2]
    p = np.exp(Z3 - Z3.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    d = ((p - np.eye(10)[target]) @ W[2] * (Z2 > 0)) @ W[1] * (Z1 > 0)
    return d.T @ x / len(x), d.mean(0)


# --8<-- [start:seen]
def seen(dW, db):
    """One row of the weights' slopes is the input times the slope of its bias: divide."""
    row = np.abs(db).argmax()
    return dW[row] / db[row]


# --8<-- [end:seen]


x = images[:8].reshape(8, 784).astype(float)
alone = [seen(*gradient(x[i : i + 1], labels[i : i + 1])) for i in range(3)]
mixed = seen(*gradient(x, labels[:8]))
dW, db = gradient(x[:1], labels[:1])
rng = np.random.default_rng(0)
size = np.sqrt((dW**2).sum() + (db**2).sum())
noisy = seen(*(g + rng.normal(0, 0.01 * size, g.shape) for g in (dW, db)))
errors = [np.abs(guess - x[i]).max() for i, guess in enumerate(alone)]
worst = max(errors)
print(f"one digit, every pixel to twelve decimals: {worst < 1e-12}")
print(f"a batch of 8: off by up to {np.abs(mixed - x[0]).max():.2f}")
print(f"one digit, 1% noise: off by up to {np.abs(noisy - x[0]).max():.2f}")
pictures = [x[0], alone[0], np.clip(mixed, 0, 1), np.clip(noisy, 0, 1)]
names = ["on the phone", "alone", "of 8", "with noise"]
draw.Images(
    np.reshape(pictures, (4, 28, 28)), names, columns=4, title="What the gradient tells"
).save("leak.svg")
