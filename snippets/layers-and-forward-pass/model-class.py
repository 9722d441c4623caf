"""The same network, written as a class."""

import torch
from torch import nn


class Digits(nn.Module):
    """784 numbers in, 10 scores out."""

    def __init__(self):
        super().__init__()
        self.hidden1 = nn.Linear(784, 256)
        self.hidden2 = nn.Linear(256, 128)
        self.output = nn.Linear(128, 10)

    def forward(self, X):
        X = torch.relu(self.hidden1(X))
        X = torch.relu(self.hidden2(X))
        return self.output(X)


model = Digits()
scores = model(torch.rand(64, 784))  # calls forward
print("scores:", tuple(scores.shape))
for name, p in model.named_parameters():
    print(f"{name:14} {tuple(p.shape)}")
total = sum(p.numel() for p in model.parameters())
print(f"{total:,} parameters")
