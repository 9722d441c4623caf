"""XOR with and without `zero_grad`, for ten seeds."""

import torch
from torch import nn

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
t = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
loss_of = nn.BCEWithLogitsLoss()


def train(seed, clears):
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for _step in range(100):
        loss = loss_of(net(X), t)
        if clears:
            optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss_of(net(X), t).item()


seeds = 10
kept = [train(seed, clears=True) for seed in range(seeds)]
forgot = [train(seed, clears=False) for seed in range(seeds)]
lower = sum(b < a for a, b in zip(kept, forgot))
for seed in range(seeds):
    print(f"seed {seed}: {kept[seed]:.2f} with, {forgot[seed]:.2f} without")
print(f"lower without it: {lower} of {seeds}")
