"""Find the centre of mass.

Write `centre(image)`: where the middle of the ink is, as `(row, column)`. Every pixel pulls with
the weight of its ink, so a dark pixel counts more than a pale one.
"""

# --8<-- [start:given]
import numpy as np

# --8<-- [end:given]


# --8<-- [start:stub]
def centre(image):
    rows, columns = image.shape
    return (rows / 2, columns / 2)  # the middle of the paper, not of the ink
# --8<-- [end:stub]


# --8<-- [start:solution]
def centre(image):
    rows, columns = image.shape
    total = image.sum()
    return (image.sum(1) @ np.arange(rows) / total, image.sum(0) @ np.arange(columns) / total)


# --8<-- [end:solution]


# --8<-- [start:check]
dot = np.zeros((5, 7))
dot[1, 4] = 0.5
found = tuple(float(v) for v in centre(dot))
assert np.allclose(found, (1, 4)), f"All ink at row 1, column 4: expected (1, 4), got {found}."
pair = np.zeros((5, 7))
pair[0, 1], pair[4, 5] = 0.25, 0.75
found = tuple(float(v) for v in centre(pair))
assert np.allclose(found, (3, 4)), f"A quarter of the ink at (0, 1), the rest at (4, 5): expected (3, 4), got {found}."
# --8<-- [end:check]


# --8<-- [start:mistake-swapped]
# Row and column have changed places. `image.sum(1)` has a number for each row.
def centre(image):
    rows, columns = image.shape
    total = image.sum()
    return (image.sum(0) @ np.arange(columns) / total, image.sum(1) @ np.arange(rows) / total)


# --8<-- [end:mistake-swapped]


# --8<-- [start:mistake-every-pixel-alike]
# This is the middle of the pixels that have any ink. Dark ones must count more.
def centre(image):
    rows, columns = np.nonzero(image)
    return (rows.mean(), columns.mean())


# --8<-- [end:mistake-every-pixel-alike]
