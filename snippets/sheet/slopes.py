"""How steep each activation gets, and how low: slopes on a fine grid, by autograd."""

import torch
import torch.nn.functional as F

kinds = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "ReLU": torch.relu,
    "leaky ReLU": F.leaky_relu,
    "ELU": F.elu,
    "SELU": F.selu,
    "GELU": F.gelu,
    "SiLU": F.silu,
    "softplus": F.softplus,
}

steepest, lowest = {}, {}
print("            steepest  lowest")
for name, activation in kinds.items():
    z = torch.linspace(-20, 20, 40001, dtype=torch.float64, requires_grad=True)
    a = activation(z)
    a.sum().backward()
    steepest[name] = z.grad.max().item()
    lowest[name] = a.min().item()
    print(f"{name:11} {steepest[name]:8.2f} {lowest[name] + 0.0:8.2f}")
