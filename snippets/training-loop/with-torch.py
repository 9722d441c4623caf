"""The same loop with autograd: the gradients and the step are one line each."""

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)  # as NumPy counts
X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
t = torch.tensor([[0.0], [1.0], [1.0], [0.0]])

rng = np.random.default_rng(0)
net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
with torch.no_grad():  # start from the same numbers
    for layer, shape in ((net[0], (4, 2)), (net[2], (1, 4))):
        layer.weight.copy_(torch.tensor(rng.normal(size=shape)))
        layer.bias.zero_()

loss_of = nn.BCEWithLogitsLoss()  # the sigmoid is part of the loss
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)

print("step   loss  answers")
for step in range(2001):
    z = net(X)  # 1. forward
    loss = loss_of(z, t)  # 2. loss
    if step in (0, 10, 30, 100, 300, 2000):
        answers = torch.sigmoid(z).flatten().tolist()
        print(f"{step:4} {loss.item():.4f} ", *(round(p, 2) for p in answers))
    optimizer.zero_grad()  # empty the gradients of the last turn
    loss.backward()  # 3. backward
    optimizer.step()  # 4. update

torch.set_default_dtype(torch.float32)
