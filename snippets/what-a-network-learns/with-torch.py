"""Hidden units moved and scaled: other numbers, same scores."""

import numpy as np
import torch
from torch import nn

import plainnet
from plainnet import data

torch.set_default_dtype(torch.float64)
images = data.mnist()[0].numpy()[8000:]
X = torch.from_numpy(images.reshape(-1, 784).astype(float))
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
net = nn.Sequential(
    nn.Linear(784, 256),
    nn.ReLU(),
    nn.Linear(256, 128),
    nn.ReLU(),
    nn.Linear(128, 10),
)
names = list(net.state_dict())
old = {n: torch.from_numpy(saved[n].numpy()).double() for n in names}
net.load_state_dict(old)
with torch.no_grad():
    scores = net(X)

rng = np.random.default_rng(0)
order = torch.from_numpy(rng.permutation(256))
scale = torch.from_numpy(rng.uniform(0.5, 2, 256))
new = old | {
    "0.weight": old["0.weight"][order] * scale[:, None],
    "0.bias": old["0.bias"][order] * scale,
    "2.weight": old["2.weight"][:, order] / scale,
}
net.load_state_dict(new)

length = sum((old[n] ** 2).sum().item() for n in old) ** 0.5
apart = sum(((new[n] - old[n]) ** 2).sum().item() for n in old) ** 0.5
print(f"length of the list: {length:.1f}")
print(f"way to its twin:    {apart:.1f}")
with torch.no_grad():
    same = torch.allclose(net(X), scores, rtol=0, atol=1e-9)
print(f"same scores: {same}")
