"""Hidden units moved and scaled: other numbers, same scores."""

import numpy as np

import plainnet
from plainnet import data

images, labels = (part.numpy()[8000:] for part in data.mnist())
X = images.reshape(-1, 784).astype(float)
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
parts = "weight", "bias"
names = [f"{n}.{part}" for n in (0, 2, 4) for part in parts]
net = [saved[name].numpy().astype(float) for name in names]


def scores(W1, b1, W2, b2, W3, b3):
    A1 = np.maximum(X @ W1.T + b1, 0)
    return np.maximum(A1 @ W2.T + b2, 0) @ W3.T + b3


rng = np.random.default_rng(0)
order, scale = rng.permutation(256), rng.uniform(0.5, 2, 256)
W1, b1, W2, *rest = net
twin = [
    W1[order] * scale[:, None],
    b1[order] * scale,
    W2[:, order] / scale,
    *rest,
]

pairs = zip(twin, net)
apart = sum(np.sum((new - old) ** 2) for new, old in pairs) ** 0.5
length = sum(np.sum(old**2) for old in net) ** 0.5
print(f"length of the list: {length:.1f}")
print(f"way to its twin:    {apart:.1f}")
same = np.allclose(scores(*net), scores(*twin), rtol=0, atol=1e-9)
print(f"same scores: {same}")
