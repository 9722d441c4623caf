"""784 inputs, then 256, 128 and 10 neurons: a forward pass in NumPy."""

import numpy as np

widths = [784, 256, 128, 10]
rng = np.random.default_rng(0)
layers = []
for into, out in zip(widths, widths[1:]):
    W = rng.normal(size=(out, into)) / np.sqrt(into)
    layers.append((W, np.zeros(out)))

X = rng.random((64, 28, 28)).reshape(64, -1)  # 64 images as rows
print("input           ", X.shape)
for number, (W, b) in enumerate(layers, start=1):
    X = X @ W.T + b
    if number < len(layers):
        X = np.maximum(0, X)  # ReLU, but not on the last layer
    count = W.size + b.size
    print(f"W{number}: {W.shape!s:11} {X.shape!s:10} {count:7,} parameters")

total = sum(W.size + b.size for W, b in layers)
units = sum(widths[1:])
print(f"{total:,} parameters in {units} neurons")
