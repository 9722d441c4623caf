"""A table of numbers as shaded squares: who was taken for whom, or who looks at whom."""

import numpy as np

from plainnet.draw import svg

LETTER = 8  # the width of one letter of a label
TOP, GAP = 44, 6  # for the names above; between labels and squares
DARKEST = 0.6  # so that a number on the darkest square can still be read


class Matrix(svg.Figure):
    """A square for each number, the darker the larger, with words for rows and columns.

    Where some numbers are negative, hue is the sign.

    Args:
        values: (R, C); the number farthest from 0 gets the darkest square.
        rows, columns: a word for each row and each column.
        names: what rows and columns are.
        heading: what stands above, if not what columns are.
        numbers: whether the numbers stand in their squares, rounded to whole ones.
        title: what the figure is, for those who cannot see it.
        width: of the whole figure; 360 is a phone's screen.

    Example:
        >>> table = Matrix([[0.9, 0.1], [0.3, 0.7]], "ab", "xy", names=("from", "to"))
        >>> table.description
        ['From a: most to x (0.9).', 'From b: most to y (0.7).']

    Source: docs/chapters/digits-from-scratch.md
    """

    def __init__(
        self,
        values,
        rows,
        columns,
        *,
        names=("row", "column"),
        heading=None,
        numbers=False,
        title="A table",
        width=360,
    ):
        values = np.asarray(values, float)
        if values.shape != (len(rows), len(columns)) or not values.size:
            raise ValueError(
                f"Matrix expected {len(rows)} rows of {len(columns)} numbers, one for each word, "
                f"got shape {values.shape}"
            )
        left = LETTER * max(map(len, rows)) + GAP
        side = (width - left) / len(columns)
        super().__init__(width, TOP + side * len(rows), title)
        soft = {"fill": svg.SOFT, "font_size": 13}
        self._parts.append(svg.text(0, 14, names[0], text_anchor="start", **soft))
        self._parts.append(svg.text(left + side * len(columns) / 2, 14, heading or names[1], **soft))
        for n, word in enumerate(columns):
            self._parts.append(svg.text(left + (n + 0.5) * side, TOP - 8, word, font_size=13))
        for n, (word, row) in enumerate(zip(rows, values, strict=True)):
            y = TOP + n * side
            self._parts.append(svg.text(left - GAP, y + side / 2 + 5, word, text_anchor="end", font_size=13))
            self._row(row, left, y, side, np.abs(values).max() or 1, numbers)
            most = np.abs(row).argmax()
            self.description.append(
                f"{names[0].capitalize()} {word}: most {names[1]} {columns[most]} ({svg.shown(round(row[most], 2))})."
            )

    def _row(self, row, left, y, side, largest, numbers):
        for n, value in enumerate(row):
            x = left + n * side
            square = {"x": x, "y": y, "width": side - 1, "height": side - 1}
            self._parts.append(svg.element("rect", **square, fill=svg.LINE, opacity=0.4))
            if shade := round(DARKEST * abs(value) / largest, 2):
                hue = svg.POSITIVE if value > 0 else svg.NEGATIVE
                self._parts.append(svg.element("rect", **square, fill=hue, opacity=shade))
            if numbers and round(value):
                words = svg.shown(value, 0)
                self._parts.append(svg.text(x + side / 2, y + side / 2 + 5, words, font_size=13))
