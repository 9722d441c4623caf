"""How long a step of training takes, in microseconds: run in the page by `bench_page.py`.

A clock in the page counts in tenths of a millisecond, so a block of steps is timed at
once; printed are the median of the blocks and the least. The wide net takes turns with NumPy's own
product, for which `plainnet.products` has another one where there is no BLAS.
"""

import sys
import time
from itertools import pairwise
from statistics import median

import numpy as np

import plainnet as torch
from plainnet import nn

USERS = [sys.modules[f"plainnet.{name}"] for name in ("products", "functional.linear")]
OWN = USERS[0].product  # what plainnet multiplies with here


def step_of(sizes, activation, loss_of, x, target):
    """A step of gradient descent for a net of these sizes."""
    torch.manual_seed(0)
    layers = [nn.Linear(a, b) for a, b in pairwise(sizes)]
    parts = [part for layer in layers for part in (layer, activation())][:-1]
    net, loss = nn.Sequential(*parts), loss_of()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

    def step():
        optimizer.zero_grad()
        loss(net(x), target).backward()
        optimizer.step()

    return step


def timed(step, steps, product=OWN):
    """Microseconds for one of so many steps."""
    for user in USERS:
        user.product = product
    start = time.perf_counter()
    for _ in range(steps):
        step()
    return (time.perf_counter() - start) / steps * 1e6


def tell(name, values):
    print(name, median(values), min(values))


def images(n, pixels):
    return torch.rand(n, pixels), torch.arange(n) % 10


corners = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
xor = step_of((2, 8, 1), nn.ReLU, nn.MSELoss, corners, torch.tensor([[0.0], [1], [1], [0]]))
digits = step_of((64, 32, 10), nn.ReLU, nn.CrossEntropyLoss, *images(32, 64))
wide = step_of((784, 256, 128, 10), nn.ReLU, nn.CrossEntropyLoss, *images(64, 784))
for step in xor, digits, wide:
    step()
tell("xor", [timed(xor, 100) for _ in range(31)])
tell("digits", [timed(digits, 50) for _ in range(31)])
pairs = [(timed(wide, 4), timed(wide, 4, np.dot)) for _ in range(7)]
tell("wide", [own for own, _ in pairs])
tell("ratio", [dot / own for own, dot in pairs])
