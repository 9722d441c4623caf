"""Fours and nines, as pixels and as codes of the second hidden layer."""

import numpy as np

import plainnet
from plainnet import data, draw

images, labels = (part.numpy()[8000:] for part in data.mnist())
chosen = np.flatnonzero((labels == 4) | (labels == 9))[:40]
pixels = images[chosen].reshape(-1, 784).astype(float)
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
A = pixels
for layer in (0, 2):
    W, b = (saved[f"{layer}.{part}"].numpy().astype(float) for part in ("weight", "bias"))
    A = np.maximum(A @ W.T + b, 0)


def plane(values, title):
    """The two directions in which the examples differ most."""
    centred = values - values.mean(0)
    directions = np.linalg.svd(centred, full_matrices=False)[2][:2]
    directions *= np.sign(directions.sum(1, keepdims=True))  # one of two signs
    places = centred @ directions.T
    places = np.round(0.85 * places / np.abs(places).max(), 2)  # room at the rim
    square = {"x": (-1, 1), "y": (-1, 1), "names": ("1st", "2nd")}
    figure = draw.Plane(**square, title=title, width=174)
    figure.points(places, labels[chosen] == 4)
    return figure


planes = plane(pixels, "Pixels"), plane(A, "Second hidden layer")
draw.Row(*planes, title="Fours and nines in two spaces").save("codes.svg")
