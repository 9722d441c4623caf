"""How well can one linear layer read the digit from each place in a network?"""

import numpy as np
import torch
from torch import nn

from plainnet.data import digits

torch.set_default_dtype(torch.float64)
images, labels = (np.asarray(part) for part in digits())
order = np.random.default_rng(0).permutation(len(images))
X, y = images[order].reshape(-1, 64).astype(float), labels[order]
inputs, targets = torch.tensor(X), torch.tensor(y)


def probe(A):
    """Fit ten scores to the first 1,000; the share of the others that they get right."""
    A = np.c_[A / A[:1000].std(), np.ones(len(A))]  # on one scale, with a bias
    old, wanted = A[:1000], np.eye(10)[y[:1000]]
    scores = np.linalg.solve(old.T @ old + 0.01 * np.eye(A.shape[1]), old.T @ wanted)
    return np.mean((A[1000:] @ scores).argmax(1) == y[1000:])


def at_each_place(network):  # the pixels, and every hidden layer
    outputs = [network[:end](inputs).detach().numpy() for end in (2, 4, 6, 8)]
    return [probe(A) for A in [X, *outputs]]


before, after = [], []
for seed in range(3):
    torch.manual_seed(seed)
    hidden = [part for _ in range(3) for part in (nn.Linear(48, 48), nn.ReLU())]
    network = nn.Sequential(nn.Linear(64, 48), nn.ReLU(), *hidden, nn.Linear(48, 10))
    before.append(at_each_place(network))
    optimizer, loss = torch.optim.Adam(network.parameters(), lr=0.003), nn.CrossEntropyLoss()
    for step in range(200):
        batch = slice(step * 50 % 1000, step * 50 % 1000 + 50)
        optimizer.zero_grad()
        loss(network(inputs[batch]), targets[batch]).backward()
        optimizer.step()
    after.append(at_each_place(network))

print("percent right    pixels  layer 1  layer 2  layer 3  layer 4")
worst = {"before training": 100 * np.min(before, 0), "after training": 100 * np.min(after, 0)}
best = {"before training": 100 * np.max(before, 0), "after training": 100 * np.max(after, 0)}
for name in worst:
    print(f"{name:15}", *[f"{low:4.0f}-{high:.0f}" for low, high in zip(worst[name], best[name])])
