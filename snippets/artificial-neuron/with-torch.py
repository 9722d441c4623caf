"""One neuron, two days at once, as an nn.Linear."""

import torch
from torch import nn

X = torch.tensor([[0.5, -0.3, 0.7], [0.0, 0.0, 0.0]])  # (2, 3)

neuron = nn.Linear(3, 1)  # three inputs, one output
with torch.no_grad():
    neuron.weight.copy_(torch.tensor([[0.8, 1.2, -0.5]]))  # (1, 3)
    neuron.bias.copy_(torch.tensor([0.1]))  # (1,)
    Z = neuron(X)  # (2, 3) -> (2, 1)
    A = torch.sigmoid(Z)

shapes = [tuple(each.shape) for each in (X, neuron.weight, Z)]
print("shapes:", *shapes)
for z, a in zip(Z[:, 0], A[:, 0]):
    print(f"z = {z.item():7.4f}   a = {a.item():.4f}")
