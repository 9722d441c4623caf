"""Four tasks, one arrow."""

from plainnet.draw import svg

RABBIT = [".#...#..", ".##..##.", ".##..##.", ".######.", "##.##.##", "########", ".######.", "..####.."]
WEEK = [9, 11, 10, 13, 15, 14, 16]
ROWS = ["“rabbit”", "“negative”", "15 °C", "“Me gustan los gatos”"]
SENTENCES = {1: ["“Monday again.", "How wonderful.”"], 3: ["“I like cats”"]}
PALE = {"opacity": 0.8}


def photo(middle):
    """A rabbit in eight by eight pixels."""
    spots = [(x, y) for y, row in enumerate(RABBIT) for x, mark in enumerate(row) if mark == "#"]
    style = {"width": 6, "height": 6, "fill": "currentColor", **PALE}
    return [svg.element("rect", x=36 + 6 * x, y=middle - 24 + 6 * y, **style) for x, y in spots]


def week(middle):
    """Seven temperatures as bars."""
    style = {"width": 8, "fill": "currentColor", **PALE}
    return [
        svg.element("rect", x=22 + 11 * i, y=middle + 22 - 2.5 * t, height=2.5 * t, **style)
        for i, t in enumerate(WEEK)
    ]


class Tasks(svg.Figure):
    """A row for each task: what goes in, f, what comes out."""

    def body(self):
        parts = []
        for row, answer in enumerate(ROWS):
            middle = 50 + 76 * row
            lines = SENTENCES.get(row, [])
            parts += photo(middle) if row == 0 else week(middle) if row == 2 else []
            parts += [
                svg.text(60, middle + 5 + 18 * (i - (len(lines) - 1) / 2), line, font_size=13)
                for i, line in enumerate(lines)
            ]
            for x in (120, 182):
                points = svg.path([(x, middle), (x + 22, middle), (x + 17, middle - 4), (x + 22, middle), (x + 17, middle + 4)])
                parts.append(svg.element("polyline", points=points, fill="none", stroke="currentColor"))
            parts.append(svg.element("circle", cx=162, cy=middle, r=17, fill=svg.GROUND, stroke=svg.ACCENT, stroke_width=2))
            parts.append(svg.text(162, middle + 5, "f", font_style="italic"))
            parts.append(svg.text(212, middle + 5, answer, text_anchor="start"))
        heads = [(60, "x, what goes in"), (162, "f"), (270, "y, what comes out")]
        parts += [svg.text(x, 14, words, font_size=13, fill=svg.SOFT) for x, words in heads if words != "f"]
        return "\n".join(parts)


Tasks(360, 316, "Four tasks, one arrow").save("one-arrow.svg")
