"""Deep networks on 1,000 digits, plain or with shortcuts: three seeds, 80 steps each."""

import numpy as np
import torch
from torch import nn

from plainnet.data import digits

torch.set_default_dtype(torch.float64)
images, labels = (np.asarray(part) for part in digits())
X, y = torch.tensor(images[:1000].reshape(1000, 64).astype(float)), torch.tensor(labels[:1000])


class Block(nn.Module):  # two layers of 24 units
    def __init__(self, shortcut):
        super().__init__()
        self.shortcut, self.first, self.second = shortcut, nn.Linear(24, 24), nn.Linear(24, 24)

    def forward(self, x):
        z = self.second(torch.relu(self.first(x)))
        return torch.relu(x + z if self.shortcut else z)


def trained(layers, shortcut, seed, steps=80):
    torch.manual_seed(seed)
    blocks = [Block(shortcut) for _ in range((layers - 2) // 2)]
    network = nn.Sequential(nn.Linear(64, 24), nn.ReLU(), *blocks, nn.Linear(24, 10))
    optimizer, loss = torch.optim.SGD(network.parameters(), lr=0.1), nn.CrossEntropyLoss()
    for step in range(steps):
        batch = slice(step * 50 % 1000, step * 50 % 1000 + 50)
        optimizer.zero_grad()
        loss(network(X[batch]), y[batch]).backward()
        optimizer.step()
    scores = network(X)
    return loss(scores, y).item(), (scores.argmax(1) == y).float().mean().item()


losses, right = {}, {}
for layers, shortcut in [(2, False), (10, False), (10, True), (30, False), (30, True)]:
    name = f"{layers} {'residual' if shortcut else 'plain'}"
    losses[name], right[name] = zip(*[trained(layers, shortcut, seed) for seed in range(3)])
    shares = " ".join(f"{share:4.0%}" for share in right[name])
    print(f"{name:11}  loss", *[f"{v:.2f}" for v in losses[name]], f"  right {shares}")
