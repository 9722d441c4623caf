"""A ladder built by hand: pixels, strokes, corners, box. Every unit is a ReLU."""

import numpy as np

pictures = {
    "box": ["#####", "#...#", "#...#", "#...#", "#####"],
    "gap": ["#####", "#...#", "#....", "#...#", "#####"],
    "cross": ["..#..", "..#..", "#####", "..#..", "..#.."],
    "stairs": ["###..", "..#..", "..###", "....#", "....#"],
}


def relu(z):
    return np.maximum(0, z)


def stages(x):
    """x: (5, 5) pixels, 0 or 1. What each of three layers answers."""
    across = relu(x[:, :-2] + x[:, 1:-1] + x[:, 2:] - 2)  # (5, 3): three in a row are ink
    down = relu(x[:-2] + x[1:-1] + x[2:] - 2)  # (3, 5)
    corners = np.array([
        relu(across[0, 0] + down[0, 0] - 1),  # top left: a stroke to the right and one down
        relu(across[0, 2] + down[0, 4] - 1),
        relu(across[4, 0] + down[2, 0] - 1),
        relu(across[4, 2] + down[2, 4] - 1),
    ])  # fmt: skip
    sides = np.array([across[0, 1], across[4, 1], down[1, 0], down[1, 4]])
    box = relu(corners.sum() + sides.sum() - 7)
    return across.sum() + down.sum(), corners.sum(), box


answers = {}
print("picture  ink  strokes  corners  box")
for name, rows in pictures.items():
    x = np.array([[float(pixel == "#") for pixel in row] for row in rows])
    answers[name] = [int(v) for v in stages(x)]
    print("{:7}  {:3}  {:7}  {:7}  {:3}".format(name, int(x.sum()), *answers[name]))
lost = answers["box"][0] - answers["gap"][0]  # strokes, for one pixel
