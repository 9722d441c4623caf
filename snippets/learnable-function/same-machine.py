"""The same machine three times, its ten knobs set in three ways."""

import math

from plainnet.draw import svg

SETTINGS = {
    "step": ([3, 0, 0], [0, 0, 0], [1, 0, 0], 0),
    "hill": ([2, 2, 0], [2, -2, 0], [0.7, -0.7, 0], -0.4),
    "wave": ([2, 1.2, 2], [4, 0, -4], [-0.8, 1.2, -0.8], 0),
}
LETTERS = {"fill": svg.SOFT, "font_size": 13}


def knob(x, y, value):
    """A dial that points straight up at 0 and turns right for positive numbers."""
    angle = math.radians(32 * value)
    tip = (x + 10 * math.sin(angle), y - 10 * math.cos(angle))
    ring = svg.element("circle", cx=x, cy=y, r=10, fill=svg.GROUND, stroke=svg.FAINT)
    style = {"stroke": svg.ACCENT, "stroke_width": 3, "stroke_linecap": "round"}
    return ring + svg.element("polyline", points=svg.path([(x, y), tip]), **style)


def curve(left, top, theta):
    """The function that these knobs make, for x from −3 to 3."""
    w, b, v, c = theta
    xs = [i / 20 for i in range(-60, 61)]
    ys = [c + sum(v[i] * math.tanh(w[i] * x + b[i]) for i in range(3)) for x in xs]
    points = [(left + 16 * (x + 3), top + 34 - 26 * y) for x, y in zip(xs, ys)]
    base = svg.element("polyline", points=svg.path([(left, top + 34), (left + 96, top + 34)]), stroke=svg.LINE)
    line = {"fill": "none", "stroke": svg.ACCENT, "stroke_width": 2.5}
    return base + svg.element("polyline", points=svg.path(points), **line)


class Machine(svg.Figure):
    """Knobs above, the curve below."""

    def body(self):
        parts = [svg.text(10, 38 + 28 * row, name, **LETTERS) for row, name in enumerate(("w", "b", "v", "c"))]
        for column, (name, theta) in enumerate(SETTINGS.items()):
            left = 28 + 116 * column
            parts.append(svg.text(left + 48, 14, name))
            for row, values in enumerate((*theta[:3], [theta[3]])):
                parts += [knob(left + 16 + 32 * i, 34 + 28 * row, value) for i, value in enumerate(values)]
            parts.append(curve(left, 146, theta))
        return "\n".join(parts)


Machine(360, 226, "One machine, three settings").save("same-machine.svg")
