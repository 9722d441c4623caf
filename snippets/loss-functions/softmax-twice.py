"""One network, trained twice: on its logits as it should be, and with a softmax too many."""

import torch
from torch import nn

from plainnet.data import digits

images, labels = (torch.tensor(part.numpy()) for part in digits())
X, new = images.reshape(-1, 64)[:1000], images.reshape(-1, 64)[1000:]
y, answers = labels[:1000], labels[1000:]


def trained(too_many, seed, rate=1.0):
    """After 100 steps: the loss on the examples, and the share of new digits that it names."""
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    if too_many:
        net.append(nn.Softmax(dim=1))
    for _ in range(100):
        net.zero_grad()
        nn.functional.cross_entropy(net(X), y).backward()
        with torch.no_grad():
            for part in net.parameters():
                part -= rate * part.grad  # a step against the slopes
    with torch.no_grad():
        right = (net(new).argmax(1) == answers).float().mean().item()
        return nn.functional.cross_entropy(net(X), y).item(), right


ends = []
for too_many, name in ((False, "logits"), (True, "softmax first")):
    losses, shares = zip(*(trained(too_many, seed) for seed in range(3)))
    ends.append((min(losses), max(losses)))
    print(f"{name}: loss", *(f"{v:.2f}" for v in losses), " right", *(f"{v:.0%}" for v in shares))

floor = nn.functional.cross_entropy(torch.eye(10)[:1], torch.tensor([0])).item()
print(f"the least loss with a softmax first: {floor:.3f}")
