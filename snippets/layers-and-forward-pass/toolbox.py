"""How many parameters other layers have."""

import torch
from torch import nn

layers = {
    "Linear(784, 256)": nn.Linear(784, 256),
    "Conv2d(3, 64, 3)": nn.Conv2d(3, 64, 3),
    "MaxPool2d(2)": nn.MaxPool2d(2),
    "BatchNorm2d(64)": nn.BatchNorm2d(64),
    "LayerNorm(512)": nn.LayerNorm(512),
    "Dropout(0.5)": nn.Dropout(0.5),
    "Embedding(10_000, 64)": nn.Embedding(10_000, 64),
    "RNN(64, 128)": nn.RNN(64, 128),
    "GRU(64, 128)": nn.GRU(64, 128),
    "LSTM(64, 128)": nn.LSTM(64, 128),
    "MultiheadAttention(512, 8)": nn.MultiheadAttention(512, 8),
}
counts = {}
for name, layer in layers.items():
    counts[name] = sum(p.numel() for p in layer.parameters())
    print(f"{name:26} {counts[name]:9,}")

few, many = counts["Conv2d(3, 64, 3)"], counts["Linear(784, 256)"]
picture = torch.zeros(1, 3, 32, 32)
out = layers["Conv2d(3, 64, 3)"](picture)
print("Conv2d:", tuple(picture.shape), "->", tuple(out.shape))
