"""The box on its way up the ladder: pixels, strokes, corners, box."""

from plainnet.draw import svg

SIDE, TOP, CELL = 75, 40, 15  # of one panel: where it starts, and one of its 5 by 5 pixels
SQUARE = [(0, 0), (4, 0), (4, 4), (0, 4)]


class Ladder(svg.Figure):
    def body(self):
        panels = (self.pixels, self.strokes, self.corners, self.box)
        names = ("16 pixels", "12 strokes", "4 corners", "1 box")
        parts = [svg.text(180, 20, "an idealised ladder, built by hand", fill=svg.SOFT, font_size=13)]
        for i, (panel, name) in enumerate(zip(panels, names)):
            left = 8 + i * 90
            parts += [svg.element("g", "".join(panel(left))), svg.text(left + 37, 140, name)]
            if i < 3:
                parts.append(svg.text(left + 82, 82, "→"))
        return "\n".join(parts)

    def path(self, left, points):
        places = [(left + CELL * (x + 0.5), TOP + CELL * (y + 0.5)) for x, y in points]
        return svg.element(
            "polyline", points=svg.path(places), fill="none", stroke=svg.ACCENT, stroke_width=3
        )

    def pixels(self, left):
        ink = [(x, y) for x in range(5) for y in range(5) if {x, y} & {0, 4}]
        return [
            svg.element("rect", x=left + CELL * x + 1, y=TOP + CELL * y + 1, width=13, height=13)
            for x, y in ink
        ]

    def strokes(self, left):
        ways = [((s, y), (s + 2, y)) for y in (-0.3, 4.3) for s in (0, 1, 2)]
        shifted = [tuple((x, y + 0.3 * (x0 - 1)) for x, y in way) for way in ways for x0 in [way[0][0]]]
        return [self.path(left, way) for way in shifted + [tuple((y, x) for x, y in way) for way in shifted]]

    def corners(self, left):
        bends = [[(x, abs(y - 1.4)), (x, y), (abs(x - 1.4), y)] for x, y in SQUARE]
        return [self.path(left, bend) for bend in bends]

    def box(self, left):
        return [self.path(left, [*SQUARE, SQUARE[0], SQUARE[1]])]


Ladder(360, 150, "Sixteen pixels make twelve strokes, these four corners, these one box").save(
    "ladder-figure.svg"
)
