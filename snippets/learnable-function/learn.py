"""Ten numbers learn the wave, as a practitioner writes it."""

import math

import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-3, 3, 17)[:-1, None] + 3 / 16  # (16, 1)
y = 0.75 * torch.sin(1.5 * x + 0.4) + 0.12 * x

f = nn.Sequential(nn.Linear(1, 3), nn.Tanh(), nn.Linear(3, 1))
print("numbers:", sum(p.numel() for p in f.parameters()))

optimizer = torch.optim.Adam(f.parameters(), lr=0.02)
for step in range(2001):
    loss = nn.functional.mse_loss(f(x), y)  # how wrong?
    if step in (0, 10, 100, 1000, 2000):
        print(f"step {step:4}: loss {loss.item():.3f}")
    optimizer.zero_grad()
    loss.backward()  # which way?
    optimizer.step()  # how far?

with torch.no_grad():
    far = f(torch.tensor([[10.0]])).item()  # outside the examples
rule_far = 0.75 * math.sin(1.5 * 10 + 0.4) + 0.12 * 10
