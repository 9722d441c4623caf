"""What the first layer was born with, and what training changed."""

import numpy as np
import torch
from torch import nn

import plainnet
from plainnet import data, draw

torch.manual_seed(0)  # the same start as in train.py
torch.set_default_dtype(torch.float64)
born = nn.Linear(784, 256).weight.detach().numpy()
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
parts = "weight", "bias"
names = [f"{n}.{part}" for n in (0, 2, 4) for part in parts]
net = (saved[name].numpy().astype(float) for name in names)
W1, b1, W2, b2, W3, b3 = net
change = W1 - born

images, labels = (part.numpy() for part in data.mnist())
X, y = images[8000:].reshape(-1, 784).astype(float), labels[8000:]


def right(W):
    A2 = np.maximum(np.maximum(X @ W.T + b1, 0) @ W2.T + b2, 0)
    return ((A2 @ W3.T + b3).argmax(1) == y).sum()


signs = 100 * (np.sign(W1) == np.sign(born)).mean()
print(f"weights that kept sign: {signs:.0f} %")
dry = images[:7000].max(0).ravel() == 0
dry_pixels, moved = dry.sum(), np.abs(change[:, dry]).max()
print(f"pixels without ink: {dry_pixels}")
print(f"their weights moved: {moved > 1e-4}")
whole, start, changes = right(W1), right(born), right(change)
print(f"of 2000 right, as trained: {whole}")
print(f"with the start alone:       {start}")
print(f"with the change alone:     {changes}")

by_change = np.argsort(-np.linalg.norm(change, axis=1))
units = by_change[[0, 128]]
tiles = np.r_[W1[units], change[units]].reshape(4, 28, 28)
tiles /= np.abs(tiles).max((1, 2), keepdims=True)
words = [f"unit {unit}" for unit in units] + ["its change"] * 2
title = "Weights and their change"
sheet = draw.Images(tiles, words, columns=2, title=title)
sheet.save("start-and-change.svg")
