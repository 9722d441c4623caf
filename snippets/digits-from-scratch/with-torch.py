"""The same fifty steps, with the gradients left to PyTorch."""

import numpy as np
import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()[:1000]) for part in data.mnist())
X, targets = images.flatten(1).double(), labels
rng, lr, losses = np.random.default_rng(0), 0.2, []
linears = [nn.Linear(784, 256), nn.Linear(256, 128), nn.Linear(128, 10)]
model = nn.Sequential(linears[0], nn.ReLU(), linears[1], nn.ReLU(), linears[2])
with torch.no_grad():  # begin with the very numbers of the other program
    for linear in linears:
        k = 1 / np.sqrt(linear.in_features)
        for part in (linear.weight, linear.bias):
            part.copy_(torch.from_numpy(rng.uniform(-k, k, tuple(part.shape))))

loss_of = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=lr)
for step, batch in enumerate(np.split(rng.permutation(1000), 50), start=1):
    loss = loss_of(model(X[batch]), targets[batch])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    if step % 10 == 0:
        print(f"step {step}: loss {np.mean(losses[-10:]):.6f}")
