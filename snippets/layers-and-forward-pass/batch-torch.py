"""The same layer, with PyTorch's Linear."""

import torch
from torch import nn

W = [[2.0, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]]
X = [[1.0, 2, -1], [0, 0, 0], [1, 0, 0], [0, 1, 1], [2, 2, 2]]
W, X = torch.tensor(W), torch.tensor(X)  # (4, 3) and (5, 3)

layer = nn.Linear(3, 4)  # it draws weights of its own
with torch.no_grad():  # put ours in their place
    layer.weight.copy_(W)  # (4, 3)
    layer.bias.copy_(torch.tensor([0.0, 1, 0, 3]))  # (4,)

A = torch.relu(layer(X))
print("X:", tuple(X.shape), " A:", tuple(A.shape))
print(A.int().tolist())
