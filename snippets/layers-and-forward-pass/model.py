"""The same network in PyTorch."""

import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(784, 256),
    nn.ReLU(),
    nn.Linear(256, 128),
    nn.ReLU(),
    nn.Linear(128, 10),
)

X = torch.rand(64, 784)  # 64 images, flattened
print("input           ", tuple(X.shape))
for layer in model:
    X = layer(X)
    count = sum(p.numel() for p in layer.parameters())
    name, shape = type(layer).__name__, str(tuple(X.shape))
    print(f"{name:6} -> {shape:10} {count:7,} parameters")

total = sum(p.numel() for p in model.parameters())
size = 4 * total  # a float32 takes 4 bytes
print(f"{total:,} parameters, {size:,} bytes")
