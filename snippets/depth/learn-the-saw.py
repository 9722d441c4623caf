"""Can learning find the folds? Small networks are trained on the line after three folds."""

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
steps = 300
x = torch.arange(129.0).reshape(129, 1) / 128
y = x
for _ in range(3):
    y = 1 - (2 * y - 1).abs()


def miss(network):
    return ((network(x) - y) ** 2).mean()


def learned(sizes, seed):
    """The root of the mean squared miss after some steps. How a step is made: next chapters."""
    torch.manual_seed(seed)
    parts = []
    for into, out in zip(sizes, sizes[1:]):
        parts += [nn.Linear(into, out), nn.ReLU()]
    network = nn.Sequential(*parts[:-1])
    optimizer = torch.optim.Adam(network.parameters(), lr=0.02)
    for _ in range(steps):
        optimizer.zero_grad()
        miss(network).backward()
        optimizer.step()
    return miss(network).item() ** 0.5


flat = ((y - y.mean()) ** 2).mean().item() ** 0.5
print(f"the best flat line misses by {flat:.2f}, the folds by 0.00")
found = {}
networks = {
    "3 hidden layers of 2": [1, 2, 2, 2, 1],
    "3 hidden layers of 8": [1, 8, 8, 8, 1],
    "1 hidden layer of 50": [1, 50, 1],
}
for name, sizes in networks.items():
    found[name] = [learned(sizes, seed) for seed in range(3)]
    print(name, *[f"{m:.2f}" for m in found[name]])
