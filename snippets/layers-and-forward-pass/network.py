"""Three inputs, layers of four, three and two neurons, with all shapes."""

from plainnet.draw import svg

WIDTHS = [3, 4, 3, 2]
NAMES = ["input", "hidden 1", "hidden 2", "output"]
COLUMNS = [32, 131, 230, 328]
FOOT = 240
counts = [out * into + out for into, out in zip(WIDTHS, WIDTHS[1:])]
total = sum(counts)


def rows(width):
    """Where the circles of a column stand."""
    return [122 + 48 * (i - (width - 1) / 2) for i in range(width)]


class Network(svg.Figure):
    """Columns of circles with the shape that leaves each, and the weights between."""

    def body(self):
        parts = []
        for i in range(3):
            for y1 in rows(WIDTHS[i]):
                for y2 in rows(WIDTHS[i + 1]):
                    ends = {"x1": COLUMNS[i], "y1": y1, "x2": COLUMNS[i + 1], "y2": y2}
                    parts.append(svg.element("line", **ends, stroke=svg.FAINT))
        ring = {"r": 13, "fill": svg.GROUND, "stroke": "currentColor", "stroke_width": 1.25}
        for x, width, name in zip(COLUMNS, WIDTHS, NAMES):
            parts += [svg.element("circle", cx=x, cy=y, **ring) for y in rows(width)]
            parts += [svg.text(x, 16, name, fill=svg.SOFT), svg.text(x, FOOT, f"(N, {width})")]
        for i, count in enumerate(counts):
            middle = (COLUMNS[i] + COLUMNS[i + 1]) / 2
            shape = f"({WIDTHS[i + 1]}, {WIDTHS[i]})"
            label = f"W{'₁₂₃'[i]} {shape}"
            parts.append(svg.text(middle, FOOT + 26, label, font_size=13, fill=svg.ACCENT))
            parts.append(
                svg.text(
                    middle,
                    FOOT + 44,
                    f"{WIDTHS[i] * WIDTHS[i + 1]} + {WIDTHS[i + 1]} = {count}",
                    font_size=13,
                    fill=svg.SOFT,
                )
            )
        return "\n".join(parts)


Network(360, 292, f"A network of {total} numbers").save("network.svg")
