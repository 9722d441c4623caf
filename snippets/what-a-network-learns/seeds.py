"""Three random starts: how good, how alike, and are they done?"""

import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.mnist())
X, wanted = images.flatten(1).double(), labels[8000:]


def train(model, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    orders = [torch.randperm(1000) for epoch in range(epochs)]
    for batch in torch.cat(orders).split(20):
        loss = nn.functional.cross_entropy(model(X[batch]), labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def loss_in_training(model):
    with torch.no_grad():
        scores = model(X[:1000])
    return nn.functional.cross_entropy(scores, labels[:1000]).item()


answers, losses, later = [], [], []
for seed in range(3):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10))
    train(model, epochs=5)
    answers.append(model(X[8000:]).argmax(1))
    losses.append(loss_in_training(model))
    train(model, epochs=1)
    later.append(loss_in_training(model))

right = [(answer == wanted).sum().item() for answer in answers]
pairs = (0, 1), (0, 2), (1, 2)
differ = [(answers[i] != answers[j]).sum().item() for i, j in pairs]
fewest = min(differ)
print("right of 2000:", *right)
print("other answers:", *differ)
print("loss:         ", *[f"{loss:.2f}" for loss in losses])
print("an epoch on:  ", *[f"{loss:.2f}" for loss in later])
