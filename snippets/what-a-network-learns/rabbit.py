"""A network that has only seen cats and dogs meets a rabbit."""

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
KINDS = {  # how pointed the ears, how round the eyes, how long snout and ears
    "cat": (0.8, 0.8, 0.2, 0.3),
    "dog": (0.3, 0.4, 0.7, 0.3),
    "rabbit": (0.75, 0.85, 0.25, 0.95),
}


def animals(kinds, n, rng):
    X = [rng.normal(KINDS[kind], 0.1, (n, 4)) for kind in kinds]
    y = np.repeat(np.arange(len(kinds)), n)
    return torch.tensor(np.concatenate(X)), torch.tensor(y)


def answers(kinds, seed):
    """Train on these kinds, then show 100 rabbits: the shares."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    X, y = animals(kinds, 100, rng)
    layers = nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, len(kinds))
    model = nn.Sequential(*layers)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for step in range(300):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(X), y).backward()
        optimizer.step()
    rabbits, _ = animals(["rabbit"], 100, rng)
    with torch.no_grad():
        return torch.softmax(model(rabbits), 1).numpy()


shares = [answers(["cat", "dog"], seed) for seed in range(5)]
cats = [int((share[:, 0] > 0.9).sum()) for share in shares]
print("of 100 rabbits, surely cats:")
print(" ", *cats)
shares = [answers(["cat", "dog", "rabbit"], seed) for seed in range(5)]
found = [int((share.argmax(1) == 2).sum()) for share in shares]
print("trained with rabbits, found:")
print(" ", *found)
