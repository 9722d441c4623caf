"""PyTorch's weights in our NumPy loop: are the scores the same?"""

import numpy as np

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(784, 256),
    nn.ReLU(),
    nn.Linear(256, 128),
    nn.ReLU(),
    nn.Linear(128, 10),
)
copied = [p.detach().numpy() for p in model.parameters()]  # W1, b1, W2, ...
print([p.shape for p in copied])

X = np.random.default_rng(0).random((64, 784)).astype(np.float32)
A = X
for W, b in zip(copied[0::2], copied[1::2]):
    Z = A @ W.T + b
    A = np.maximum(0, Z)

scores = model(torch.tensor(X)).detach().numpy()
same = np.allclose(Z, scores, atol=1e-5)
print("scores:", Z.shape, " same to 1e-5:", same)
