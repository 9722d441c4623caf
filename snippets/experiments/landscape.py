"""The loss on the straight line from one trained network to another, and to its own twin."""

import numpy as np
import torch
from torch import nn

from plainnet import data, draw

torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy())[:600] for part in data.digits())
X = images.flatten(1).double()


def trained(seed, hidden=32):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for step in range(150):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(X), labels).backward()
        optimizer.step()
    return [p.detach().numpy().copy() for p in model.parameters()]


def loss(W1, b1, W2, b2):
    Z = np.maximum(X.numpy() @ W1.T + b1, 0) @ W2.T + b2
    Z -= Z.max(1, keepdims=True)
    return np.mean(np.log(np.exp(Z).sum(1)) - Z[np.arange(len(Z)), labels.numpy()])


# --8<-- [start:line]
def twin(W1, b1, W2, b2):  # the same function: hidden units in the reverse order
    return W1[::-1], b1[::-1], W2[:, ::-1], b2


def along(start, end):
    return [loss(*((1 - s) * a + s * b for a, b in zip(start, end))) for s in steps]


steps = np.linspace(0, 1, 11)
networks = [trained(seed) for seed in range(3)]
pairs = [(0, 1), (0, 2), (1, 2)]
between = {f"{i} to {j}": along(networks[i], networks[j]) for i, j in pairs}
between |= {f"{i} to its twin": along(networks[i], twin(*networks[i])) for i in range(3)}
# --8<-- [end:line]
print("from            start  middle    end")
for name, heights in between.items():
    print(f"{name:14} {heights[0]:6.3f} {heights[5]:7.3f} {heights[10]:6.3f}")

plane = draw.Plane(x=(0, 1), y=(0, 0.9), names=("way", "loss"), equal=False)
for name in ("0 to 1", "0 to its twin"):
    plane.walk(np.c_[steps, between[name]], label=name)
plane.save("landscape.svg")
