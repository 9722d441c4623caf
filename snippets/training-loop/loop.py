"""One loop, and four ways to count it."""

from plainnet.draw import svg

BOXES = [
    ("start", "random"),
    ("forward", "answers"),
    ("loss", "one number"),
    ("backward", "gradients"),
    ("update", "new numbers"),
]
COUNTS = [
    ("five steps: the start counts, and so does “repeat”", "123445"),
    ("five steps: the start is no step", " 12345"),
    ("three steps: the update belongs to backward", " 1233 "),
    ("this book: four operations, again and again", " 1234 "),
]
SPOTS = [30 + 63 * i for i in range(5)]


def line(points):
    return svg.element("polyline", points=svg.path(points), fill="none", stroke="currentColor")


class Loop(svg.Figure):
    """Boxes from left to right, an arrow back, and a row of numbers for each way to count."""

    def box(self, x, words, below):
        edge = svg.FAINT if words == "start" else svg.ACCENT
        shape = {"x": x - 27, "y": 40, "width": 54, "height": 30, "rx": 5}
        yield svg.element("rect", **shape, fill=svg.GROUND, stroke=edge, stroke_width=1.5)
        yield svg.text(x, 59, words, font_size=11)
        yield svg.text(x, 86, below, font_size=10.5, fill=svg.SOFT)

    def body(self):
        back = [(309, 55), (342, 55), (342, 16), (93, 16), (93, 39)]
        arrows = [line([(x + 27, 55), (x + 36, 55)]) for x in SPOTS[:4]] + [line(back)]
        heads = [line([(x - 31, 51), (x - 27, 55), (x - 31, 59)]) for x in SPOTS[1:]]
        parts = [
            *arrows,
            *heads,
            line([(89, 35), (93, 39), (97, 35)]),
            svg.text(218, 20, "repeat", font_size=12),
        ]
        for x, (words, below) in zip(SPOTS, BOXES):
            parts += self.box(x, words, below)
        for y, (name, numbers) in zip(range(118, 270, 38), COUNTS):
            parts.append(svg.text(4, y, name, font_size=12, fill=svg.SOFT, text_anchor="start"))
            parts += [svg.text(x, y + 17, n) for x, n in zip([*SPOTS, 342], numbers) if n != " "]
        return "\n".join(parts)


Loop(360, 256, "The training loop, and four ways to count it").save("loop.svg")
