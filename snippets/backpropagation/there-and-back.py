"""Two hidden layers: what goes forward, what comes back, and what the optimiser does with it."""

from plainnet.draw import svg

BACKWARD = "var(--backward, #8338b0)"
BOXES = ["X", "layer 1", "layer 2", "layer 3", "L"]
WIDTH, GAP, TOP = 54, 22.5, 26
DASHED = {"stroke": BACKWARD, "stroke_width": 1.5, "stroke_dasharray": "4 3"}


def arrow(points, **style):
    """A path of straight pieces with a head, along an axis."""
    (x1, y1), (x2, y2) = points[-2:]
    ux, uy = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    head = [(x2 - 6 * ux - s * 4 * uy, y2 - 6 * uy - s * 4 * ux) for s in (-1, 1)]
    solid = {k: v for k, v in style.items() if k != "stroke_dasharray"}
    tip = svg.path([head[0], (x2, y2), head[1]])
    return svg.element("polyline", points=svg.path(points), fill="none", **style) + svg.element(
        "polyline", points=tip, fill="none", **solid
    )


class Chain(svg.Figure):
    """Forward above, backward below, the step at the bottom."""

    def body(self):
        parts = [svg.text(180, 12, "forward: outputs", font_size=13)]
        for i, name in enumerate(BOXES):
            left = i * (WIDTH + GAP)
            parts.append(
                svg.element(
                    "rect",
                    x=left + 1,
                    y=TOP,
                    width=WIDTH - 2,
                    height=46,
                    rx=5,
                    fill=svg.GROUND,
                    stroke="currentColor",
                )
            )
            parts.append(svg.text(left + WIDTH / 2, TOP + 28, name, font_size=13, stroke_width=0))
            if i:
                parts.append(arrow([(left - GAP, TOP + 13), (left, TOP + 13)], stroke="currentColor"))
            if i > 1:
                parts.append(arrow([(left, TOP + 34), (left - GAP, TOP + 34)], **DASHED))
            if 0 < i < 4:
                middle = left + WIDTH / 2
                parts.append(arrow([(middle, TOP + 46), (middle, TOP + 78)], **DASHED))
                parts.append(svg.text(middle, TOP + 94, f"dW{i}, db{i}", font_size=13, fill=BACKWARD))
                parts.append(arrow([(middle, TOP + 102), (middle, TOP + 128)], stroke=svg.FAINT))
        parts.append(
            svg.element(
                "rect",
                x=WIDTH + GAP,
                y=TOP + 130,
                width=3 * WIDTH + 2 * GAP,
                height=30,
                rx=5,
                fill="none",
                stroke=svg.FAINT,
            )
        )
        parts.append(svg.text(180, TOP + 150, "optimiser: new weights", font_size=13, stroke_width=0))
        for row, words in enumerate(("backward:", "slopes")):
            parts.append(
                svg.text(1, TOP + 78 + 16 * row, words, font_size=13, fill=BACKWARD, text_anchor="start")
            )
        return "\n".join(parts)


Chain(360, 192, "Forward, backward, and the step").save("there-and-back.svg")
