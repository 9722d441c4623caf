"""A table with four columns, and a yes or no: is this flower a versicolor?"""

import torch
from torch import nn
from plainnet.data import iris

table, species = (tensor.numpy() for tensor in iris())
X = torch.tensor((table - table.mean(0)) / table.std(0))  # (150, 4)
answers = torch.tensor((species == 1).astype(int))
test = torch.arange(150) % 3 == 0  # every third flower


def train(model, steps=60):
    """Improve the parameters step by step; a later chapter explains how."""
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(steps):
        optimizer.zero_grad()
        scores = model(X[~test])
        nn.functional.cross_entropy(scores, answers[~test]).backward()
        optimizer.step()
    return int((model(X[test]).argmax(1) == answers[test]).sum())


right = {"one layer": [], "two layers": []}
seeds = 5
for seed in range(seeds):
    torch.manual_seed(seed)
    right["one layer"].append(train(nn.Linear(4, 2)))
    hidden = nn.Linear(4, 16), nn.ReLU()
    right["two layers"].append(train(nn.Sequential(*hidden, nn.Linear(16, 2))))
always_no = int((answers[test] == 0).sum())
print("always no  right of 50:", always_no)
for name, counts in right.items():
    print(f"{name:10} right of 50, for five seeds:", *counts)
worst = min(right["two layers"])
