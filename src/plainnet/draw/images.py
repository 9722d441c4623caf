"""Small pictures side by side: digits, or the weights of units."""

import numpy as np

from plainnet.draw import svg

LEVELS = 3  # of ink: enough for a picture of this size, and light to send
GAP, WORDS = 6, 18  # between pictures, and for the words below each


class Images(svg.Figure):
    """Pictures in rows, each with a word below it.

    Ink is dark where numbers are far from 0: in the colour of the text, or, where some are
    negative, in those of positive and negative weights.

    Args:
        images: (N, H, W), in any unit: the number farthest from 0 gets the full ink.
        captions: a word for each picture.
        columns: how many stand in a row.
        title: what the figure is, for those who cannot see it.
        width: of the whole figure; 360 is a phone's screen.

    Example:
        >>> from plainnet import data
        >>> images, labels = data.digits()
        >>> sheet = Images(images[:3].numpy(), ["0", "1", "2"], columns=3)
        >>> sheet.description
        ['3 pictures of 8 by 8 pixels: 0, 1, 2.']

    Source: docs/chapters/digits-from-scratch.md
    """

    def __init__(self, images, captions=None, *, columns=10, title="Pictures", width=360):
        images = np.asarray(images, float)
        if images.ndim != 3 or not images.size:
            raise ValueError(f"Images expected pictures of shape (N, H, W), got {images.shape}")
        count, high, wide = images.shape
        if captions is not None and len(captions) != count:
            raise ValueError(f"Images expected {count} captions, one for each picture, got {len(captions)}")
        scale = (width - GAP * (columns - 1)) / columns / wide
        step = high * scale + GAP + (WORDS if captions else 0)
        super().__init__(width, step * -(-count // columns) - GAP, title)
        largest = np.abs(images).max() or 1
        for n, image in enumerate(images):
            x, y = n % columns * (wide * scale + GAP), n // columns * step
            self._picture(np.rint(image / largest * LEVELS).astype(int), x, y, scale)
            if captions:
                self._parts.append(
                    svg.text(x + wide * scale / 2, y + high * scale + 15, captions[n], font_size=13)
                )
        names = f": {', '.join(captions)}" if captions else ""
        self.description.append(f"{count} pictures of {high} by {wide} pixels{names}.")

    def _picture(self, levels, x, y, scale):
        high, wide = levels.shape
        paper = svg.element("rect", width=wide, height=high, fill=svg.LINE, opacity=0.4)
        inks = [
            svg.element(
                "path", d=_runs(levels == level), fill=_hue(level, levels), opacity=abs(level) / LEVELS
            )
            for level in np.unique(levels)
            if level
        ]
        place = f"translate({svg.coordinate(x)} {svg.coordinate(y)}) scale({scale:.4f})"
        self._parts.append(
            svg.element("g", "".join([paper, *inks]), transform=place, shape_rendering="crispEdges")
        )


def _hue(level, levels):
    if levels.min() >= 0:
        return "currentColor"
    return svg.POSITIVE if level > 0 else svg.NEGATIVE


def _runs(mask):
    """The pixels of a mask as a path, neighbours in a row in one piece."""
    padded = np.pad(mask.astype(int), ((0, 0), (1, 1)))
    rows, begins = np.nonzero(np.diff(padded) == 1)
    ends = np.nonzero(np.diff(padded) == -1)[1]
    return "".join(f"M{b} {r}h{e - b}v1H{b}z" for r, b, e in zip(rows, begins, ends, strict=True))
