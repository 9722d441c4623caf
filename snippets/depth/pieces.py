"""How many straight pieces a line has after some folds, and what one hidden layer needs for as many."""

import numpy as np

W, b = np.array([[1.0], [1.0]]), np.array([0.0, -0.5])  # two units see one number: (2, 1), (2,)
v = np.array([2.0, -4.0])  # and their outputs together give the fold


def folded(X, folds):
    """X: (N, 1) -> (N,). Each fold is a hidden layer of two ReLU units."""
    A = np.maximum(0, X @ W.T + b)
    for _ in range(folds - 1):
        A = np.maximum(0, A @ (W * v).T + b)  # weights (2, 2): both units see the last fold
    return A @ v


def one_layer(X, units):
    """A corner at 0, 1/units, 2/units, ...: up, down, up, down."""
    turns = 2.0 * units * (-1) ** np.arange(units)
    turns[0] = units  # the first only has to rise from 0
    return np.maximum(0, X - np.arange(units) / units) @ turns


X = np.arange(4097)[:, None] / 4096  # exact in binary, as are all values here
deep, most = [], []
print("       in layers of two units     in one hidden layer")
print("folds  units  numbers  pieces     at most  units for the same")
for folds in range(1, 9):
    y = folded(X, folds)
    deep.append(1 + np.count_nonzero(np.diff(np.diff(y))))  # the slope changes: a new piece
    most.append(2 * folds + 1)  # n units have n corners
    wide = next(n for n in range(1, 300) if np.array_equal(one_layer(X, n), y))
    print(f"{folds:5}  {2 * folds:5}  {6 * folds + 1:7}  {deep[-1]:6}  {most[-1]:10}  {wide:18}")
corners, numbers, wide_numbers = deep[-1] - 1, 6 * folds + 1, 3 * wide + 1
print(f"the last row in numbers: {numbers} in layers of two, {wide_numbers} in one layer")
