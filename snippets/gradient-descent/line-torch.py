"""The same with PyTorch: autograd finds the gradient, SGD takes the step."""

import torch
from torch import nn

x = torch.tensor([[1.0], [2.0], [3.0], [5.0], [8.0]])  # buns
y = torch.tensor([[1.50], [2.70], [3.90], [6.30], [9.90]])  # paid
line = nn.Linear(1, 1)  # k is its weight, b its bias
nn.init.zeros_(line.weight)
nn.init.zeros_(line.bias)
optimizer = torch.optim.SGD(line.parameters(), lr=0.04)

for step in range(201):
    loss = nn.functional.mse_loss(line(x), y)
    if step in (0, 1, 2, 10, 100, 200):
        k, b = line.weight.item(), line.bias.item()
        print(f"step {step:3}: k = {k:.3f}, b = {b:.3f}, loss {loss.item():.4f}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
