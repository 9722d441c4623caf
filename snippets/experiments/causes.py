"""A network that predicts well from a sign that causes nothing, before and after we meddle."""

import torch
from torch import nn

torch.set_default_dtype(torch.float64)


def world(count, meddled):
    """Heat causes both ice cream and sunburn. Meddling sets the ice cream by lot."""
    heat = torch.randn(count)
    ice = torch.randn(count) if meddled else heat + 0.3 * torch.randn(count)
    burn = heat + 0.3 * torch.randn(count)
    return heat, ice, burn


def error(inputs, burn, model):
    with torch.no_grad():
        return ((model(inputs).flatten() - burn) ** 2).mean().item()


def fitted(inputs, burn):
    model = nn.Sequential(nn.Linear(inputs.shape[1], 8), nn.Tanh(), nn.Linear(8, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for step in range(200):
        optimizer.zero_grad()
        ((model(inputs).flatten() - burn) ** 2).mean().backward()
        optimizer.step()
    return model


found = {"ice cream": [], "both": []}
for seed in range(3):
    torch.manual_seed(seed)
    seen, watched, meddled = world(500, False), world(500, False), world(500, True)
    for name, columns in (("ice cream", [1]), ("both", [0, 1])):
        pick = lambda sample: torch.stack([sample[c] for c in columns], 1)
        model = fitted(pick(seen), seen[2])
        found[name].append([error(pick(part), part[2], model) for part in (watched, meddled)])
print("squared error, seeds 0 to 2     watched          meddled")
for name, pairs in found.items():
    columns = ["  ".join(f"{pair[k]:.2f}" for pair in pairs) for k in (0, 1)]
    print(f"told {name:22}", "   ".join(columns))
