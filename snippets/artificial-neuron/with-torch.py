"""The same neuron twice: a dot product, and one nn.Linear."""

import numpy as np

import torch
from torch import nn

x = [0.5, -0.3, 0.7]
w = [0.8, 1.2, -0.5]
b = 0.1

z_dot = np.dot(w, x) + b  # (3,) · (3,) -> one number

neuron = nn.Linear(3, 1)  # three inputs, one output
with torch.no_grad():
    neuron.weight.copy_(torch.tensor([w]))  # (1, 3)
    neuron.bias.copy_(torch.tensor([b]))  # (1,)
    z_linear = neuron(torch.tensor([x]))  # (1, 3) -> (1, 1)
    a = torch.sigmoid(z_linear).item()

difference = abs(z_linear.item() - z_dot)
print(f"NumPy dot: z = {z_dot:.4f}")
print(f"nn.Linear: z = {z_linear.item():.4f}")
print(f"sigmoid:   a = {a:.4f}")
print("shapes:", tuple(neuron.weight.shape), tuple(neuron.bias.shape))
print("difference < 1e-7:", difference < 1e-7)
