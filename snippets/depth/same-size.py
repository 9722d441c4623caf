"""Two spirals, and networks with about 110 numbers: in one hidden layer, or in up to four."""

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
place = np.tile(np.linspace(0.1, 1, 60), 2)  # from the middle outwards, two arms
arm = np.repeat([0, 1], 60)
angle = 2 * np.pi * (1.25 * place + arm / 2)
X = torch.tensor(np.stack([place * np.cos(angle), place * np.sin(angle)], 1))  # (120, 2)
y = torch.tensor(arm[:, None].astype(float))


def trained(sizes, seed, steps=250):
    """A network after some steps. How a step is made: the next chapters."""
    torch.manual_seed(seed)
    parts = []
    for into, out in zip(sizes, sizes[1:]):
        parts += [nn.Linear(into, out), nn.ReLU()]
    network = nn.Sequential(*parts[:-1])
    optimizer = torch.optim.Adam(network.parameters(), lr=0.03)
    loss = nn.BCEWithLogitsLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss(network(X), y).backward()
        optimizer.step()
    return network


networks, right = {}, []
print("hidden layers  numbers  right of 120, seeds 0 to 3")
for sizes in ([2, 27, 1], [2, 8, 8, 1], [2, 6, 6, 6, 1], [2, 5, 5, 5, 5, 1]):
    networks[len(sizes) - 2] = [trained(sizes, seed) for seed in range(4)]
    right.append([int(((net(X) > 0) == (y > 0)).sum()) for net in networks[len(sizes) - 2]])
    numbers = sum(p.numel() for p in networks[len(sizes) - 2][0].parameters())
    print(f"{len(sizes) - 2:13}  {numbers:7} ", *[f"{count:4}" for count in right[-1]])
