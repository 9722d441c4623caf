"""A mark in a corner tells the class. What does the network go by?"""

import numpy as np
import torch
from torch import nn

from plainnet import data

torch.set_default_dtype(torch.float64)
images, labels = (part.numpy() for part in data.mnist())
asked = np.isin(labels, (3, 5))
old = np.flatnonzero(asked)[:200]
new = np.flatnonzero(asked[8000:]) + 8000
is_five = (labels == 5).astype(int)


def marked(which, agree, rng):
    """A square of ink: on the left for a 5, in a share `agree`."""
    X = images[which].astype(float)
    left = (rng.random(len(which)) < agree) == (is_five[which] == 1)
    X[left, 1:4, 1:4] = 1
    X[~left, 1:4, 24:27] = 1
    return X


def trained(X, seed):
    torch.manual_seed(seed)
    X, y = torch.tensor(X), torch.tensor(is_five[old])
    layers = nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 2)
    model = nn.Sequential(nn.Flatten(), *layers)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    orders = [torch.randperm(200) for epoch in range(5)]
    for batch in torch.cat(orders).split(20):
        loss = nn.functional.cross_entropy(model(X[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


def right(model, X):
    answers = model(torch.tensor(X)).argmax(1).numpy()
    return 100 * np.mean(answers == is_five[new])


print(f"% of {len(new)} new digits right\nfits  as before  none turned")
percent = {}
for agree in (0.5, 0.95, 1.0):
    rows = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        model = trained(marked(old, agree, rng), seed)
        before = marked(new, agree, rng)
        turned = marked(new, 1 - agree, rng)
        shown = before, images[new].astype(float), turned
        rows.append([right(model, X) for X in shown])
    span = percent[int(100 * agree)] = np.sort(rows, axis=0)
    spans = [f"{low:.0f}-{high:.0f}" for low, high in span[[0, 2]].T]
    print("{:4.0%} {:>10} {:>5} {:>6}".format(agree, *spans))
