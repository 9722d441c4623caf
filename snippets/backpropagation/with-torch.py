"""The same network in PyTorch: one line back for all of them."""

import torch
import torch.nn.functional as F
from torch import nn

X, T = torch.tensor([[0.5, -2.0]]), torch.tensor([[1.0]])
model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
with torch.no_grad():
    model[0].weight[:] = torch.tensor([[0.6, 0.1], [0.5, 0.9]])
    model[0].bias[:] = torch.tensor([0.4, 0.8])
    model[2].weight[:] = torch.tensor([[0.7, -0.3]])
    model[2].bias[:] = torch.tensor([-0.5])

loss = F.mse_loss(model(X), T)
loss.backward()

names = ["W1", "b1", "W2", "b2"]
for name, parameter in zip(names, model.parameters()):
    print(name, [round(v, 3) for v in parameter.grad.flatten().tolist()])
