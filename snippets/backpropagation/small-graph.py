"""The graph of (w x + b - t)², with its numbers: forward solid, backward dashed."""

import math

from plainnet.draw import svg

BACKWARD = "var(--backward, #8338b0)"
PLACES = {
    "w": (28, 52),
    "x": (28, 138),
    "p": (106, 95),
    "z": (182, 95),
    "b": (182, 178),
    "m": (258, 95),
    "t": (258, 178),
    "L": (332, 95),
}
VALUES = {"w": 2, "x": 3, "p": 6, "z": 7, "b": 1, "m": 2, "t": 5, "L": 4}
SLOPES = {"w": 12, "p": 4, "z": 4, "b": 4, "m": 4, "L": 1}
EDGES = {
    ("w", "p"): "×3",
    ("x", "p"): None,
    ("p", "z"): "×1",
    ("b", "z"): "×1",
    ("z", "m"): "×1",
    ("t", "m"): None,
    ("m", "L"): "×4",
}


def arrow(start, end, **style):
    """A line between the rims of two circles, with a head."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    tip = (x2 - 21 * ux, y2 - 21 * uy)
    line = svg.path([(x1 + 21 * ux, y1 + 21 * uy), tip])
    head = svg.path([(tip[0] - 6 * ux + s * 4 * uy, tip[1] - 6 * uy - s * 4 * ux) for s in (-1, 1)])
    first, second = head.split()
    solid = {k: v for k, v in style.items() if k != "stroke_dasharray"}
    points = f"{first} {svg.path([tip])} {second}"
    return svg.element("polyline", points=line, fill="none", **style) + svg.element(
        "polyline", points=points, fill="none", **solid
    )


def edge(start, end, local):
    """Forward above; where a slope goes back, a dashed arrow below and the local slope between."""
    (x1, y1), (x2, y2) = PLACES[start], PLACES[end]
    if local is None:
        return [arrow((x1, y1), (x2, y2), stroke="currentColor")]
    nx, ny = (y2 - y1) / math.hypot(x2 - x1, y2 - y1), (x1 - x2) / math.hypot(x2 - x1, y2 - y1)
    shift = lambda p, by: (p[0] + by * nx, p[1] + by * ny)
    ahead = arrow(shift((x1, y1), 4), shift((x2, y2), 4), stroke="currentColor")
    back = arrow(
        shift((x2, y2), -4), shift((x1, y1), -4), stroke=BACKWARD, stroke_width=1.5, stroke_dasharray="4 3"
    )
    at = shift(((x1 + x2) / 2, (y1 + y2) / 2), -17)
    return [ahead, back, svg.text(at[0], at[1] + 4, local, fill=BACKWARD, font_size=13)]


class Graph(svg.Figure):
    """Values inside the circles, slopes of L beside them."""

    def body(self):
        parts = [piece for (start, end), local in EDGES.items() for piece in edge(start, end, local)]
        for name, (x, y) in PLACES.items():
            parts.append(
                svg.element(
                    "circle", cx=x, cy=y, r=19, fill=svg.GROUND, stroke="currentColor", stroke_width=1.25
                )
            )
            parts.append(svg.text(x, y + 5, str(VALUES[name]), stroke_width=0))
            low = name in "bt"
            parts.append(
                svg.text(x + (30 if low else 0), y + (5 if low else -26), name, fill=svg.SOFT, font_size=13)
            )
            if name in SLOPES:
                place = (x - 34, y + 5) if low else (x, y - 42)
                parts.append(svg.text(*place, str(SLOPES[name]), fill=BACKWARD, font_weight="600"))
        return "\n".join(parts)


Graph(360, 204, "The graph of the loss of one neuron").save("small-graph.svg")
