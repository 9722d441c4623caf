"""Right labels and shuffled ones: the network fits both."""

import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.mnist())
X = images.flatten(1).double()
new = slice(8000, 10000)


def fitted(y, seed):
    """Train until all 200 are right: the steps, and the % of new digits."""
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for step in range(1000):
        scores = model(X[:200])
        if (scores.argmax(1) == y).all():
            break
        optimizer.zero_grad()
        nn.functional.cross_entropy(scores, y).backward()
        optimizer.step()
    with torch.no_grad():
        right = model(X[new]).argmax(1) == labels[new]
    return step, 100 * right.double().mean().item()


true, shuffled = [], []
for seed in range(3):
    torch.manual_seed(seed)
    mixed = labels[:200][torch.randperm(200)]
    true.append(fitted(labels[:200], seed))
    shuffled.append(fitted(mixed, seed))
gaps = [100 - runs[0][1] for runs in (true, shuffled)]
print("labels     steps     new, %")
for name, runs in ("right", true), ("shuffled", shuffled):
    steps, percent = zip(*runs)
    print(f"{name:9}", *steps, " ", *[f"{p:2.0f}" for p in percent])
