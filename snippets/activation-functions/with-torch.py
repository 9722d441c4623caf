"""Each formula and each slope of the table, against PyTorch's own."""

import math

import torch
import torch.nn.functional as F

places = 240
z = torch.linspace(-6, 6, places)  # the corner at 0 is not among them
zero, one, e = torch.zeros_like(z), torch.ones_like(z), torch.exp(z)
s = 1 / (1 + torch.exp(-z))
t = (e - 1 / e) / (e + 1 / e)
share = 0.5 * (1 + torch.erf(z / math.sqrt(2)))  # Φ(z)
height = torch.exp(-z * z / 2) / math.sqrt(2 * math.pi)  # Φ'(z)


def sides(right, left):
    return torch.where(z > 0, right, left)


table = {  # PyTorch's own, our formula, our slope
    "sigmoid": (torch.sigmoid, s, s * (1 - s)),
    "tanh": (torch.tanh, t, 1 - t * t),
    "ReLU": (F.relu, sides(z, zero), sides(one, zero)),
    "leaky ReLU": (
        F.leaky_relu,
        sides(z, 0.01 * z),
        sides(one, 0.01 * one),
    ),
    "ELU": (F.elu, sides(z, e - 1), sides(one, e)),
    "SELU": (
        F.selu,
        1.0507 * sides(z, 1.6733 * (e - 1)),
        sides(1.0507 * one, 1.7581 * e),
    ),
    "GELU": (F.gelu, z * share, share + z * height),
    "SiLU": (F.silu, z * s, s * (1 + z * (1 - s))),
}
print("to 1e-4?   formula  slope")
for name, (theirs, formula, slope) in table.items():
    place = z.clone().requires_grad_()
    out = theirs(place)
    out.sum().backward()  # PyTorch works out the slopes
    gaps = (out - formula).abs().max(), (place.grad - slope).abs().max()
    print(f"{name:10}", *(f"{gap.item() < 1e-4!s:>7}" for gap in gaps))

shares = e / e.sum()
gap = (F.softmax(z, dim=0) - shares).abs().max()
print(f"softmax    {gap.item() < 1e-4!s:>7}")
