"""How many digits does the network read before it has learned?"""

import numpy as np

import torch
from torch import nn
from plainnet.data import digits

images, labels = (tensor.numpy() for tensor in digits())
large = np.kron(images, np.ones((3, 3)))  # (1797, 24, 24)
framed = np.pad(large, ((0, 0), (2, 2), (2, 2)))  # (1797, 28, 28)
X = torch.tensor(framed).float().flatten(1)  # (1797, 784)

seeds = 10
rates = []
for seed in range(seeds):
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Linear(784, 256),
        nn.ReLU(),
        nn.Linear(256, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )
    with torch.no_grad():
        guesses = model(X).argmax(1).numpy()
    rates.append(np.mean(guesses == labels))

print("input:", tuple(X.shape))
print(f"right before training: {min(rates):.0%} to {max(rates):.0%}")
print(f"on average: {np.mean(rates):.0%}")
