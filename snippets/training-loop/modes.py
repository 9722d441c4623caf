"""What eval() switches, and what it does not."""

import torch
from torch import nn

torch.manual_seed(0)
drop = nn.Dropout(0.5)
ones = torch.ones(1000)

drop.train()
out = drop(ones)
print("train():", sorted(set(out.tolist())), f" mean near 1: {abs(out.mean().item() - 1) < 0.1}")
drop.eval()
print("eval(): ", sorted(set(drop(ones).tolist())))

net = nn.Sequential(nn.Linear(2, 4), nn.Dropout(0.5), nn.Linear(4, 1))
x = torch.ones(1, 2)
net.eval()
print("eval() still records gradients:", net(x).requires_grad)
with torch.no_grad():
    print("no_grad() records none:", not net(x).requires_grad)
    net.train()
    answers = {round(net(x).item(), 6) for _ in range(20)}
    print("no_grad() alone, one answer:", len(answers) == 1)
