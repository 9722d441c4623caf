"""Every formula of this chapter, against PyTorch's own function."""

import math

import torch
import torch.nn.functional as F

z = torch.linspace(-6, 6, 241)
zero = torch.zeros_like(z)
normal = 0.5 * (1 + torch.erf(z / math.sqrt(2)))  # Φ(z)
alpha, scale = 1.6732632423543772, 1.0507009873554805

by_hand = {
    "sigmoid": (1 / (1 + torch.exp(-z)), torch.sigmoid(z)),
    "tanh": (2 / (1 + torch.exp(-2 * z)) - 1, torch.tanh(z)),
    "ReLU": (torch.maximum(z, zero), F.relu(z)),
    "leaky ReLU": (torch.where(z > 0, z, 0.01 * z), F.leaky_relu(z)),
    "ELU": (torch.where(z > 0, z, torch.exp(z) - 1), F.elu(z)),
    "SELU": (scale * torch.where(z > 0, z, alpha * (torch.exp(z) - 1)), F.selu(z)),
    "GELU": (z * normal, F.gelu(z)),
    "SiLU": (z / (1 + torch.exp(-z)), F.silu(z)),
    "softmax": (torch.exp(z) / torch.exp(z).sum(), F.softmax(z, dim=0)),
}
for name, (ours, theirs) in by_hand.items():
    print(f"{name:10} same to 1e-5: {(ours - theirs).abs().max().item() < 1e-5}")
