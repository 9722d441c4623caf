"""Three rules for one task: 64 brightnesses come in, one digit goes out."""

import numpy as np

import torch
from torch import nn
from plainnet.data import digits

images, labels = (tensor.numpy() for tensor in digits())
images = images.reshape(-1, 64)
X, new = images[:1000], images[1000:]
y, answers = labels[:1000], labels[1000:]


def straight():
    """A straight-line score for each digit; the highest wins."""
    wanted = np.eye(10)[y]  # 1 for the right digit, else 0
    columns = np.c_[X, np.ones(len(X))]
    slopes = np.linalg.lstsq(columns, wanted, rcond=None)[0]
    return lambda x: (x @ slopes[:64] + slopes[64]).argmax(1)


def neighbour():
    """The answer of the most similar of the 1,000 examples."""
    return lambda x: y[((X**2).sum(1) - 2 * x @ X.T).argmin(1)]


def network(seed=0):
    """A small neural network, trained for 200 steps."""
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    examples, right = torch.tensor(X), torch.tensor(y)
    for _ in range(200):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(examples), right).backward()
        optimizer.step()
    return lambda x: net(torch.tensor(x)).argmax(1).numpy()


def score(f):
    """The share of new digits that f gets right."""
    return np.mean(f(new) == answers)


print(f"straight  {score(straight()):.1%}")
print(f"neighbour {score(neighbour()):.1%}")
starts = [score(network(seed)) for seed in range(5)]
print("network  ", *(f"{share:.1%}" for share in starts))
numbers = 64 * 32 + 32 + 32 * 10 + 10  # in the network
