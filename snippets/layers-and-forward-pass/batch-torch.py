"""The same layer, with PyTorch's Linear."""

import torch
from torch import nn

layer = nn.Linear(3, 4)  # three inputs, four neurons; it draws its own weights
with torch.no_grad():  # put ours in their place
    layer.weight.copy_(torch.tensor([[2.0, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]]))  # (4, 3)
    layer.bias.copy_(torch.tensor([0.0, 1, 0, 3]))  # (4,)
X = torch.tensor([[1.0, 2, -1], [0, 0, 0], [1, 0, 0], [0, 1, 1], [2, 2, 2]])  # (5, 3)

A = torch.relu(layer(X))
print(tuple(X.shape), "->", tuple(A.shape))
print(A.int().tolist())
