"""Two different digits go through 30 untrained layers. How far apart are they on the way?"""

import numpy as np
import torch
from torch import nn

from plainnet.data import digits

torch.set_default_dtype(torch.float64)
images, labels = (np.asarray(part) for part in digits())
X = torch.tensor(images[:100].reshape(100, 64).astype(float))


def spread(A):
    """The typical distance of a unit's answer from its mean over the 100 digits."""
    return A.std(0).pow(2).mean().sqrt().item()


apart = {}
places = (1, 5, 10, 20, 28)
print("after layer   ", *[f"{n:7}" for n in places])
for shortcut in (False, True):
    torch.manual_seed(0)
    A = torch.relu(nn.Linear(64, 24)(X))
    apart[shortcut] = [spread(A)]
    for _ in range(27):
        z = nn.Linear(24, 24)(A)
        A = torch.relu(A + z if shortcut else z).detach()
        apart[shortcut].append(spread(A))
    print(f"{'residual' if shortcut else 'plain':14}", *[f"{apart[shortcut][n - 1]:7.1g}" for n in places])
