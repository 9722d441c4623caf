"""The same three folds as a practitioner writes them."""

import torch
from torch import nn

sizes = [1, 2, 2, 2, 1]
parts = []
for into, out in zip(sizes, sizes[1:]):
    parts += [nn.Linear(into, out), nn.ReLU()]
network = nn.Sequential(*parts[:-1])  # no activation at the output

W, b, v = torch.ones(2, 1), torch.tensor([0.0, -0.5]), torch.tensor([[2.0, -4.0]])
linear = [part for part in network if isinstance(part, nn.Linear)]
with torch.no_grad():
    for layer, weight, bias in zip(linear, [W, W @ v, W @ v, v], [b, b, b, torch.zeros(1)]):
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)

X = torch.arange(9.0).reshape(9, 1) / 8
print(network(X).flatten().tolist())
print("depth", len(linear), " numbers", sum(p.numel() for p in network.parameters()))
