"""Four ways to read digits that need no hidden layer."""

import torch
from torch import nn

from plainnet import data

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.mnist())
X = images.flatten(1).double()
train, test = slice(0, 7000), slice(8000, 10000)


def report(name, answers):
    right.append((answers == labels[test]).sum().item())
    print(f"{name:22} {right[-1]:5} of 2000 right")


def nearest(X, examples):
    """For each row of X, which of the examples lies nearest."""
    return ((examples**2).sum(1) - 2 * X @ examples.T).argmin(1)


right = []
most = torch.bincount(labels[train]).argmax()
report("always the same digit", most.repeat(2000))

means = torch.stack([X[train][labels[train] == k].mean(0) for k in range(10)])
report("nearest mean digit", nearest(X[test], means))

model = nn.Linear(784, 10)
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
for batch in torch.cat([torch.randperm(7000) for epoch in range(5)]).split(20):
    loss = nn.functional.cross_entropy(model(X[batch]), labels[batch])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
report("one layer", model(X[test]).argmax(1))

small = nn.functional.avg_pool2d(images.double()[:, None], 2).flatten(1)  # 14 by 14 pixels
report("nearest training digit", labels[train][nearest(small[test], small[train])])
