"""Train 784-256-128-10, watch it on digits laid aside, save it, and test it once."""

import numpy as np
import torch
from torch import nn

import plainnet
from plainnet import data, draw

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
images, labels = (torch.from_numpy(part.numpy()) for part in data.mnist())
X = images.flatten(1).double()
train, validation, test = slice(0, 7000), slice(7000, 8000), slice(8000, 10000)
model = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
loss_of, losses, watched = nn.CrossEntropyLoss(), [], []


def right(part):
    with torch.no_grad():
        return (model(X[part]).argmax(1) == labels[part]).sum().item()


for epoch in (1, 2):
    for batch in torch.randperm(7000).split(20):
        if len(losses) % 70 == 0:
            with torch.no_grad():
                watched.append(loss_of(model(X[validation]), labels[validation]).item())
        loss = loss_of(model(X[batch]), labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    print(f"epoch {epoch}: loss {np.mean(losses[-350:]):.2f}, validation {right(validation)} of 1000 right")

halves = {name: value.half().numpy() for name, value in model.state_dict().items()}
examples = torch.stack([images[test][labels[test] == digit][0] for digit in range(10)]) * 255
plainnet.save(halves | {"examples": examples.numpy().round().astype(np.uint8)}, "digits.safetensors")

whole = right(test)
saved = plainnet.load("digits.safetensors")
model.load_state_dict({name: torch.from_numpy(saved[name].numpy()).double() for name in halves})
again, size = right(test), sum(value.nbytes for value in halves.values())
print(f"test: {whole} of 2000 right; saved in {size:,} bytes and loaded again: {again}")

plane = draw.Plane(x=(0, 700), y=(0, 2.4), names=("step", "loss"), equal=False, title="Two losses in training")
middle, mean = np.arange(17, 700, 35), np.reshape(losses, (20, 35)).mean(1)
plane.curve(lambda step: np.interp(step, middle, mean), label="training")
plane.curve(lambda step: np.interp(step, np.arange(0, 700, 70), watched), label="validation", dashed=True)
plane.save("train.svg")
