"""A small convolutional network against 784-256-128-10: same digits, same steps."""

import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.mnist())
X = images.double()[:, None]  # one channel
train, validation = slice(0, 2000), slice(7000, 8000)


def layers():
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(784, 256),
        nn.ReLU(),
        nn.Linear(256, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def convolutions():
    return nn.Sequential(
        nn.Conv2d(1, 8, kernel_size=5, stride=2),
        nn.ReLU(),
        nn.Conv2d(8, 16, kernel_size=3, stride=2),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(16 * 5 * 5, 10),
    )


def trained(model, epochs=2):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    for batch in torch.cat([torch.randperm(2000) for epoch in range(epochs)]).split(20):
        loss = nn.functional.cross_entropy(model(X[batch]), labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return (model(X[validation]).argmax(1) == labels[validation]).sum().item()


right, sizes = [], []
for make in (layers, convolutions):
    found = []
    for seed in range(3):
        torch.manual_seed(seed)
        model = make()
        found.append(trained(model))
    right.append(found)
    sizes.append(sum(p.numel() for p in model.parameters()))
    print(f"{make.__name__:12} {sizes[-1]:7,} parameters, of 1000 right: {found}")
