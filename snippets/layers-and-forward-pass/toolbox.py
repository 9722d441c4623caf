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
    counts[type(layer).__name__] = sum(p.numel() for p in layer.parameters())
    print(f"{name:27}{counts[type(layer).__name__]:10,}")

few, many = counts["Conv2d"], counts["Linear"]
picture = torch.zeros(1, 3, 32, 32)
print("Conv2d: ", tuple(picture.shape), "->", tuple(layers["Conv2d(3, 64, 3)"](picture).shape))
