"""Parameters of each kind of layer, and how far first weights spread."""

import torch
from torch import nn

layers = {
    "Linear(784, 256)": nn.Linear(784, 256),
    "Conv2d(3, 16, 5)": nn.Conv2d(3, 16, 5),
    "BatchNorm2d(16)": nn.BatchNorm2d(16),
    "LayerNorm(256)": nn.LayerNorm(256),
    "Embedding(1000, 64)": nn.Embedding(1000, 64),
    "RNN(64, 128)": nn.RNN(64, 128),
    "GRU(64, 128)": nn.GRU(64, 128),
    "LSTM(64, 128)": nn.LSTM(64, 128),
    "MultiheadAttention(64, 4)": nn.MultiheadAttention(64, 4),
}
count = {name: sum(p.numel() for p in layer.parameters()) for name, layer in layers.items()}
for name, number in count.items():
    print(f"{name:25} {number:7,d}")

torch.manual_seed(0)
W = torch.empty(256, 784)
xavier = nn.init.xavier_normal_(W).std().item()
he = nn.init.kaiming_normal_(W).std().item()
usual = nn.Linear(784, 256).weight.std().item()
print(f"spread of 256 x 784 first weights: Xavier {xavier:.3f}, He {he:.3f}, Linear {usual:.3f}")

gain = {name: nn.init.calculate_gain(name) for name in ("sigmoid", "tanh", "relu", "selu")}
print("gains:", ", ".join(f"{name} {value:.3f}" for name, value in gain.items()))
