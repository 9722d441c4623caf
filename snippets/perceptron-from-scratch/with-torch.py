"""The perceptron of AND with nn.Linear as its memory."""

import torch
from torch import nn

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])  # (4, 2)
targets = torch.tensor([0.0, 0.0, 0.0, 1.0])  # (4,)

unit = nn.Linear(2, 1)
nn.init.zeros_(unit.weight)  # (1, 2)
nn.init.zeros_(unit.bias)  # (1,)

history = []
with torch.no_grad():  # the rule needs no gradients
    while 0 not in history:
        mistakes = 0
        for x, target in zip(X, targets):
            answer = (unit(x) >= 0).float()  # (1,)
            error = target - answer
            unit.weight += error * x
            unit.bias += error
            mistakes += int(error.abs().item())
        history.append(mistakes)

print("mistakes in each epoch:", *history)
print("w =", unit.weight.tolist()[0], " b =", unit.bias.item())
