"""A network learns XOR: four operations, again and again."""

import torch
from torch import nn

torch.manual_seed(0)
X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
t = torch.tensor([[0.0], [1.0], [1.0], [0.0]])

net = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
loss_of = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)

print("turn loss  answers")
for turn in range(1001):
    z = net(X)  # forward
    loss = loss_of(z, t)  # loss
    optimizer.zero_grad()  # forget the last turn's gradients
    loss.backward()  # backward
    optimizer.step()  # update
    if turn in (0, 10, 100, 1000):
        answers = torch.sigmoid(z).flatten().tolist()
        rounded = " ".join(f"{answer:.2f}" for answer in answers)
        print(f"{turn:4} {loss.item():.2f}  {rounded}")
