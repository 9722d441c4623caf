"""The arrows into four neurons, and the rows of their weight matrix."""

from plainnet.draw import svg

X = [1, 2, -1]
W = [[2, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]]
Z = [1, 3, -4, 2]
CHOSEN = 2  # the neuron whose row is marked


def hue(w):
    return svg.POSITIVE if w > 0 else svg.NEGATIVE if w < 0 else svg.FAINT


class Arrows(svg.Figure):
    """Inputs on the left, neurons in the middle, the row of each neuron beside it."""

    def body(self):
        ys = [52 + 58 * row for row in range(4)]
        parts = [self.edge(81 + 58 * i, ys[row], W[row][i], row) for row in range(4) for i in range(3)]
        for i, value in enumerate(X):
            parts += self.circle(28, 81 + 58 * i, value, "currentColor")
        for row, y in enumerate(ys):
            parts += self.circle(172, y, Z[row], svg.ACCENT if row == CHOSEN else "currentColor")
            parts += [svg.text(256 + 40 * i, y + 5, svg.signed(w), fill=hue(w)) for i, w in enumerate(W[row])]
        frame = {"fill": "none", "stroke": svg.ACCENT, "stroke_width": 2, "rx": 5}
        parts.append(svg.element("rect", x=232, y=ys[CHOSEN] - 18, width=126, height=36, **frame))
        heads = [(28, "x"), (172, "z"), (256, "x₁"), (296, "x₂"), (336, "x₃")]
        parts += [svg.text(x, 20, words, fill=svg.SOFT) for x, words in heads]
        return "\n".join([*parts, svg.text(296, 268, "W, shape (4, 3)", fill=svg.SOFT)])

    def edge(self, y1, y2, w, row):
        style = {"stroke": hue(w), "stroke_width": 1 + 2 * abs(w), "opacity": 1 if row == CHOSEN else 0.3}
        return svg.element("line", x1=47, y1=y1, x2=153, y2=y2, **style)

    def circle(self, x, y, value, stroke):
        ring = {"fill": svg.GROUND, "stroke": stroke, "stroke_width": 2.5 if stroke == svg.ACCENT else 1.25}
        return [svg.element("circle", cx=x, cy=y, r=19, **ring), svg.text(x, y + 5, svg.shown(value))]


Arrows(360, 280, "A layer as arrows and as a matrix").save("arrows.svg")
