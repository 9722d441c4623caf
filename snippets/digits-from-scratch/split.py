"""Load the digits, look at them, and lay some aside."""

import numpy as np

from plainnet import data

images, labels = (part.numpy() for part in data.mnist())
print("images", images.shape, "labels", labels.shape)
print(f"ink from {images.min():.0f} to {images.max():.0f}, on average {images.mean():.2f}")

parts = {"train": slice(0, 7000), "validation": slice(7000, 8000), "test": slice(8000, 10000)}
for name, part in parts.items():
    print(f"{name:10} {len(labels[part]):5}, of each class {np.unique(labels[part], return_counts=True)[1]}")

X = images.reshape(-1, 784)
batch = X[parts["train"]][:20]
print("one batch", batch.shape)
