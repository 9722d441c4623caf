"""A scaling law of a paper, and one of our own in the small."""

import numpy as np
import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)


def law(parameters, tokens):
    """Hoffmann et al. 2022, their third approach: the loss of a language model."""
    return 1.69 + 406.4 / parameters**0.34 + 410.7 / tokens**0.28


gopher, chinchilla = law(280e9, 300e9), law(70e9, 1.4e12)
work = [6 * parameters * tokens for parameters, tokens in ((280e9, 300e9), (70e9, 1.4e12))]
print(f"Gopher {gopher:.2f} for {work[0]:.1e} operations, Chinchilla {chinchilla:.2f} for {work[1]:.1e}")

images, labels = (torch.from_numpy(part.numpy()) for part in data.digits())
X = images.flatten(1).double()


def errors(count, seed):
    """The share of 500 new digits that a network reads wrongly after so many examples."""
    torch.manual_seed(seed)
    order = torch.randperm(len(X))
    old, new = order[500 : 500 + count], order[:500]
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for step in range(80):
        batch = old[torch.randperm(count)[:160]]
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(X[batch]), labels[batch]).backward()
        optimizer.step()
    with torch.no_grad():
        return 100 * (model(X[new]).argmax(1) != labels[new]).double().mean().item()


counts = [20, 40, 80, 160, 320, 640, 1280]
wrong = [np.mean([errors(count, seed) for seed in range(4)]) for count in counts]
exponent = np.polyfit(np.log(counts), np.log(wrong), 1)[0]
doubled = 2**exponent
print("examples", "".join(f"{count:6}" for count in counts))
print("wrong, %", "".join(f"{percent:6.1f}" for percent in wrong))
print(f"each doubling leaves {doubled:.0%} of the errors")
