"""A penalty on the weights, or weights that decay: is it the same?"""

import torch
from torch.optim import SGD, Adam, AdamW

steep = torch.tensor([3.0, 0.3])


def walk(optimizer, penalty=0.0, **settings):
    """Twenty steps for two weights, one with a steep slope and one with a gentle one."""
    w = torch.tensor([1.0, 1.0], requires_grad=True)
    step = optimizer([w], lr=0.05, **settings)
    for _ in range(20):
        step.zero_grad()
        loss = ((steep * w - 1) ** 2).sum() + penalty / 2 * (w**2).sum()
        loss.backward()
        step.step()
    return w.detach()


def show(name, one, other):
    gap = (one - other).abs().max().item()
    print(f"{name:12} penalty {one[0]:.3f} {one[1]:.3f}   decay {other[0]:.3f} {other[1]:.3f}")
    return gap


plain = show("plain steps", walk(SGD, penalty=0.5), walk(SGD, weight_decay=0.5))
adapted = show("Adam", walk(Adam, penalty=0.5), walk(AdamW, weight_decay=0.5))
