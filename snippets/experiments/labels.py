"""The same network, the same digits, and more and more labels dealt out at random."""

import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.digits())
X = images.flatten(1).double()
N = 200


def fitted(share, seed):
    """Train until every label fits: the steps, and the % of new digits that are right."""
    torch.manual_seed(seed)
    order = torch.randperm(len(X))
    old, new = order[:N], order[N:]
    y = labels[old].clone()
    dealt = int(share * N)
    y[:dealt] = y[:dealt][torch.randperm(dealt)]
    model = nn.Sequential(nn.Linear(64, 100), nn.ReLU(), nn.Linear(100, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for step in range(600):
        scores = model(X[old])
        if (scores.argmax(1) == y).all():
            break
        optimizer.zero_grad()
        nn.functional.cross_entropy(scores, y).backward()
        optimizer.step()
    with torch.no_grad():
        right = (model(X[new]).argmax(1) == labels[new]).double().mean().item()
    return step, 100 * right


found = {}
print("dealt out  steps until all fit   new digits right, %")
for share in (0, 0.5, 1):
    steps, right = zip(*[fitted(share, seed) for seed in range(3)])
    found[share] = steps, right
    print(f"{share:9.0%}  {steps[0]:5} {steps[1]:4} {steps[2]:4}       ", *[f"{r:6.0f}" for r in right])
