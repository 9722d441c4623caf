"""The box on its way up the ladder: pixels, strokes, corners, box."""

from plainnet.draw import svg

TOP, CELL = 40, 13  # where a panel starts, and one of its 5 by 5 pixels
SQUARE = [(0, 0), (4, 0), (4, 4), (0, 4)]


def path(left, points):
    """A line through the middles of pixels."""
    places = [(left + CELL * (x + 0.5), TOP + CELL * (y + 0.5)) for x, y in points]
    return svg.element("polyline", points=svg.path(places), fill="none", stroke=svg.ACCENT, stroke_width=3)


def pixels(left):
    ink = [(x, y) for x in range(5) for y in range(5) if {x, y} & {0, 4}]
    look = {"width": CELL - 2, "height": CELL - 2, "fill": "currentColor"}
    return [svg.element("rect", x=left + CELL * x + 1, y=TOP + CELL * y + 1, **look) for x, y in ink]


def strokes(left):
    """Three on each side, drawn one step further in each time, so that all are seen."""
    across = [((s + 0.2, y), (s + 1.8, y)) for s in range(3) for y in (0.5 * s, 4 - 0.5 * s)]
    down = [tuple((y, x) for x, y in way) for way in across]
    return [path(left, way) for way in across + down]


def corners(left):
    return [path(left, [(x, abs(y - 1.3)), (x, y), (abs(x - 1.3), y)]) for x, y in SQUARE]


def box(left):
    return [path(left, [*SQUARE, *SQUARE[:2]])]


class Ladder(svg.Figure):
    def body(self):
        parts = [svg.text(180, 20, "an idealised ladder, built by hand", fill=svg.SOFT, font_size=13)]
        panels = {"16 pixels": pixels, "12 strokes": strokes, "4 corners": corners, "1 box": box}
        for i, (name, panel) in enumerate(panels.items()):
            left = 12 + 90 * i
            parts += [*panel(left), svg.text(left + 33, 132, name)]
            parts += [svg.text(left + 78, 78, "→")] if i < 3 else []
        return "\n".join(parts)


Ladder(360, 142, "Sixteen pixels make twelve strokes, these four corners, these one box").save("ladder-figure.svg")
