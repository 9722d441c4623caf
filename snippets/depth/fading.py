"""A hundred digits go through untrained layers. How much do they still differ on the way?"""

import numpy as np
import torch
from torch import nn

from plainnet.data import digits

torch.set_default_dtype(torch.float64)
images, labels = (np.asarray(part) for part in digits())
X = torch.tensor(images[:100].reshape(100, 64).astype(float))


def spread(A):
    """How far a unit's answer typically is from its mean over the 100 digits."""
    return A.std(0).pow(2).mean().sqrt().item()


apart = {}
places = (1, 5, 9, 19, 29)
print("after layer", *[f"{n:7}" for n in places])
for shortcut in (False, True):
    torch.manual_seed(0)
    A = torch.relu(nn.Linear(64, 24)(X))
    apart[shortcut] = {1: spread(A)}
    for layer in range(3, 30, 2):  # two layers at a time, as before
        z = nn.Linear(24, 24)(torch.relu(nn.Linear(24, 24)(A)))
        A = torch.relu(A + z if shortcut else z).detach()
        apart[shortcut][layer] = spread(A)
    print(f"{'residual' if shortcut else 'plain':11}", *[f"{apart[shortcut][n]:7.1g}" for n in places])
