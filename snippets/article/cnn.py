"""A convolutional network learns handwritten digits."""

import torch
from torch import nn

from plainnet import data

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.mnist())
X = images.double()[:, None]  # (10000, 1, 28, 28): one channel
train, test = slice(0, 1000), slice(8000, 8500)

model = nn.Sequential(
    nn.Conv2d(1, 8, kernel_size=5),  # (8, 24, 24)
    nn.ReLU(),
    nn.MaxPool2d(2),  # (8, 12, 12)
    nn.Conv2d(8, 16, kernel_size=5),  # (16, 8, 8)
    nn.ReLU(),
    nn.MaxPool2d(2),  # (16, 4, 4)
    nn.Flatten(),
    nn.Linear(16 * 4 * 4, 10),  # ten scores
)
loss_of = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
parameters = sum(p.numel() for p in model.parameters())
print(f"{parameters:,} parameters")


def right():
    model.eval()
    with torch.no_grad():
        return 100 * (model(X[test]).argmax(1) == labels[test]).double().mean().item()


found = [right()]
print(f"before: {found[0]:.1f}% of 500 new digits right")
for epoch in range(1, 4):
    model.train()
    for batch in torch.randperm(1000).split(20):
        scores = model(X[batch])  # forward
        loss = loss_of(scores, labels[batch])  # loss
        optimizer.zero_grad()  # forget the last gradients
        loss.backward()  # backward
        optimizer.step()  # update
    found.append(right())
    print(f"epoch {epoch}: loss of the last batch {loss.item():.3f}, {found[-1]:.1f}% right")
