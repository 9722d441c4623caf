"""A batch in parts.

Five examples are one batch, but the memory holds only a few at once. Write `turn`: it makes **one**
turn of the loop, and the network never sees more than `size` examples at once. The weights must end
where the whole batch takes them. The last part can be smaller than the others.
"""

# --8<-- [start:given]
import torch
from torch import nn

X = torch.tensor([[0.0], [1.0], [2.0], [3.0], [4.0]])
t = X + 1  # the targets; both have the shape (5, 1)
loss_of = nn.MSELoss()  # the mean of the squared misses
# --8<-- [end:given]


# --8<-- [start:stub]
def turn(net, optimizer, size):
    optimizer.zero_grad()
    loss = loss_of(net(X), t)  # all five at once
    loss.backward()
    optimizer.step()


# --8<-- [end:stub]


# --8<-- [start:solution]
def turn(net, optimizer, size):
    optimizer.zero_grad()
    for start in range(0, len(X), size):
        part, targets = X[start : start + size], t[start : start + size]
        loss = loss_of(net(part), targets) * len(part) / len(X)
        loss.backward()  # adds to the gradients
    optimizer.step()


# --8<-- [end:solution]


# --8<-- [start:check]
class Watched(nn.Linear):
    most = 0

    def forward(self, x):
        self.most = max(self.most, len(x))
        return super().forward(x)


def after(turns, size):
    net = Watched(1, 1)
    nn.init.zeros_(net.weight)
    nn.init.zeros_(net.bias)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
    for _turn in range(turns):
        turn(net, optimizer, size)
    return net.most, [round(net.weight.item(), 3), round(net.bias.item(), 3)]


most, found = after(1, 2)
assert most <= 2, f"In parts of 2 the network saw {most} examples at once."
assert found == [0.8, 0.3], f"One turn from zero, in parts of 2: expected w and b [0.8, 0.3], got {found}."
_, found = after(1, 3)
assert found == [0.8, 0.3], f"One turn from zero, in parts of 3: expected w and b [0.8, 0.3], got {found}."
_, found = after(2, 2)
assert found == [1.06, 0.41], f"Two turns from zero, in parts of 2: expected [1.06, 0.41], got {found}."
# --8<-- [end:check]


# --8<-- [start:mistake-adds-means]
# The step is too long: you added the means of the parts. Multiply the loss of a part by its share of the examples.
def turn(net, optimizer, size):
    optimizer.zero_grad()
    for start in range(0, len(X), size):
        loss_of(net(X[start : start + size]), t[start : start + size]).backward()
    optimizer.step()


# --8<-- [end:mistake-adds-means]


# --8<-- [start:mistake-counts-parts-alike]
# Every part counts alike, so an example in the smaller last part counts for more. Give a part its share of the examples.
def turn(net, optimizer, size):
    starts = range(0, len(X), size)
    optimizer.zero_grad()
    for start in starts:
        loss = loss_of(net(X[start : start + size]), t[start : start + size])
        (loss / len(starts)).backward()
    optimizer.step()


# --8<-- [end:mistake-counts-parts-alike]


# --8<-- [start:mistake-empties-between]
# Each part wipes out the gradients of the parts before, so only the last one counts. Empty them once, before the loop.
def turn(net, optimizer, size):
    for start in range(0, len(X), size):
        optimizer.zero_grad()
        part = X[start : start + size]
        loss = loss_of(net(part), t[start : start + size]) * len(part) / len(X)
        loss.backward()
    optimizer.step()


# --8<-- [end:mistake-empties-between]


# --8<-- [start:mistake-steps-between]
# Every part moves the weights, so the next one starts elsewhere: these are small batches. Step once, after the loop.
def turn(net, optimizer, size):
    for start in range(0, len(X), size):
        optimizer.zero_grad()
        loss_of(net(X[start : start + size]), t[start : start + size]).backward()
        optimizer.step()


# --8<-- [end:mistake-steps-between]


# --8<-- [start:mistake-never-empties]
# One turn is right, the second is not: it begins with the gradients of the first. Empty them once in every turn.
def turn(net, optimizer, size):
    for start in range(0, len(X), size):
        part = X[start : start + size]
        loss = loss_of(net(part), t[start : start + size]) * len(part) / len(X)
        loss.backward()
    optimizer.step()


# --8<-- [end:mistake-never-empties]
