"""Labels that keep out of each other's way: each takes its first free place."""

from itertools import pairwise

import numpy as np

from plainnet.draw.svg import text

HEIGHT = 15


class Labels:
    """The labels of one figure, placed when all that they must avoid is known."""

    def __init__(self, left, top, right, bottom):
        self._frame = (left, top, right, bottom)
        self._obstacles = []
        self._wanted = []

    def avoid(self, points):
        """Keep labels off a path through these points."""
        for start, end in pairwise(np.asarray(points, float)):
            steps = max(1, int(np.hypot(*(end - start)) // 6))
            self._obstacles += [start + (end - start) * t / steps for t in range(steps)]
        self._obstacles.append(np.asarray(points[-1], float))

    def add(self, words, anchors):
        """Ask for a label; anchors are (point, direction away from it), best first."""
        self._wanted.append((words, anchors))

    def place(self):
        """Every label as an element, each where it covers least."""
        taken, elements = [], []
        for words, anchors in self._wanted:
            boxes = [_box(words, *anchor) for anchor in anchors]
            best = min(boxes, key=lambda box: self._cost(box, taken))
            taken.append(best)
            elements.append(text((best[0] + best[2]) / 2, best[3] - 3, words))
        return elements

    def _cost(self, box, taken):
        left, top, right, bottom = box
        outside = (
            left < self._frame[0] or top < self._frame[1]
            or right > self._frame[2] or bottom > self._frame[3]
        )  # fmt: skip
        hidden = sum(left < x < right and top < y < bottom for x, y in self._obstacles)
        clashes = sum(left < r and right > x and top < b and bottom > y for x, y, r, b in taken)
        return hidden + 50 * clashes + 50 * outside


def _box(words, point, away):
    """The rectangle of the words that touches `point` from the side `away`."""
    half = np.array([3.8 * len(words) + 2, HEIGHT / 2])
    direction = np.asarray(away, float) / np.hypot(*away)
    centre = np.asarray(point, float) + direction * (np.abs(direction) @ half + 4)
    return (*(centre - half), *(centre + half))
