"""A slice of raisin bread, a dog, and the slice moved by two pixels."""

import numpy as np

from plainnet import draw

BREAD = """
...............
...............
...#########...
..#+++++++++#..
.#+++++++++++#.
.#++++#++++++#.
.#+++++++#+++#.
.#++#++++++++#.
..#++++++#++#..
..#++#++++++#..
..#+++++++++#..
..###########..
"""
DOG = """
..##.......##..
..#+#.....#+#..
..#+#######+#..
..#+++++++++#..
.#+++++++++++#.
.#++#+++++#++#.
.#+++++++++++#.
.#+++++#+++++#.
..#+++###+++#..
..#+++++++++#..
..#+++++++++#..
..###########..
"""


def picture(text):
    rows = text.split()
    return np.array([[".+#".index(ink) / 2 for ink in row] for row in rows])


bread, dog = (np.pad(picture(text), 1) for text in (BREAD, DOG))
moved = np.roll(bread, 2, axis=1)
to_dog = np.linalg.norm(bread - dog)
to_moved = np.linalg.norm(bread - moved)
print(f"bread to dog:         {to_dog:.1f}")
print(f"bread to moved bread: {to_moved:.1f}")
names = ["bread", "dog", "moved bread"]
sheet = draw.Images([bread, dog, moved], names, columns=3, title="Look-alikes")
sheet.save("look-alikes.svg")
