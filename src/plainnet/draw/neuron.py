"""One neuron with its numbers: inputs, weighted edges, the unit, its output."""

import math

import numpy as np

from plainnet.draw import svg

CURVES = {
    "identity": lambda z: z,
    "step": lambda z: 1.0 if z >= 0 else 0.0,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: max(0.0, z),
}
NAMES = {"relu": "ReLU"}
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
UNIT, INPUT, GAP = 38, 21, 70  # radii, and the distance between inputs
LEFT, CENTRE, WIDTH = 26, 222, 360


class Neuron(svg.Figure):
    """A neuron: z = w·x + b in the unit, its activation at the right.

    Args:
        inputs, weights: as many numbers each.
        bias: one number.
        activation: "identity", "step", "sigmoid", "tanh" or "relu".
        digits: decimals of the output; products and z have two.

    Example:
        >>> neuron = Neuron([0.5, -0.3, 0.7], [0.8, 1.2, -0.5], 0.1, "sigmoid")
        >>> neuron.description[-1]
        'With the bias 0.1 the sum z is −0.21; sigmoid makes it 0.4477.'

    Source: docs/chapters/artificial-neuron.md
    """

    def __init__(self, inputs, weights, bias=0.0, activation="identity", *, title=None, digits=4):
        x, w = _vector("inputs", inputs), _vector("weights", weights)
        if len(x) != len(w):
            raise ValueError(
                f"Neuron expected as many weights as inputs, got {len(w)} weights for {len(x)} inputs"
            )
        if activation not in CURVES:
            raise ValueError(f"Neuron expected an activation out of {', '.join(CURVES)}, got {activation!r}")
        name = NAMES.get(activation, activation)
        self._middle = 40 + max((len(x) - 1) * GAP / 2, UNIT - 20)
        height = self._middle + max((len(x) - 1) * GAP / 2 + 24, UNIT + 64)
        super().__init__(WIDTH, height, title or f"A neuron with {len(x)} inputs")
        self._digits, self._f = digits, CURVES[activation]
        z = float(x @ w) + float(bias)
        for i in range(len(x)):
            self._input(i, len(x), x[i], w[i])
        self._bias(bias)
        self._unit(z, name)
        self.description.append(
            f"With the bias {svg.shown(bias)} the sum z is {svg.shown(z, 2)};"
            f" {name} makes it {svg.shown(self._f(z), digits)}."
        )

    def _input(self, i, count, x, w):
        """A circle with the input's value, and its edge with weight and product."""
        offset = i - (count - 1) / 2
        start = np.array([LEFT + INPUT, self._middle + GAP * offset])
        end = _rim(self._middle, offset, count)
        number = str(i + 1).translate(SUBSCRIPTS)
        self._edge(f"w{i + 1}", start, end, w)
        self._shape("circle", cx=LEFT, cy=start[1], r=INPUT)
        self._say(f"x{number}", (LEFT, start[1] - INPUT - 6), soft=True)
        self._say(svg.shown(x), (LEFT, start[1] + 5), f"x{i + 1}")
        weight = svg.signed(w)
        self._say(weight, _along(start, end, 0.28), f"w{i + 1}")
        product = svg.signed(x * w, 2)
        self._say(product, _along(start, end, 0.72), f"p{i + 1}", soft=True)
        self.description.append(
            f"Input x{number} = {svg.shown(x)} times weight w{number} = {svg.shown(w)}"
            f" gives {svg.shown(x * w, 2)}."
        )

    def _bias(self, b):
        """A small square below the unit."""
        top = self._middle + UNIT + 26
        self._edge("b", (CENTRE, top), (CENTRE, self._middle + UNIT), b)
        self._shape("rect", x=CENTRE - 21, y=top, width=42, height=28, rx=4)
        self._say(svg.signed(b), (CENTRE, top + 19), "b")
        self._say("b", (CENTRE + 32, top + 19), soft=True)

    def _unit(self, z, name):
        """The circle with z and the curve of the activation; the output leaves it."""
        middle, a = self._middle, self._f(z)
        self._shape("circle", cx=CENTRE, cy=middle, r=UNIT)
        self._say("z", (CENTRE, middle - UNIT - 6), soft=True)
        self._say(svg.shown(z, 2), (CENTRE, middle - 8), "z")
        zs = np.linspace(-4, 4, 65)
        values = np.array([self._f(v) for v in zs])
        low, high = values.min(), values.max()
        points = np.c_[5.5 * zs, 24 - 22 * (values - low) / (high - low)]
        place = f"translate({svg.coordinate(CENTRE)} {svg.coordinate(middle)})"
        self._shape("polyline", points=svg.path(points), fill="none", stroke=svg.ACCENT,
                    stroke_width=2, transform=place, data_part="curve")  # fmt: skip
        self._output(a, name)

    def _output(self, a, name):
        """An arrow out of the unit, and what it carries."""
        middle, tip = self._middle, CENTRE + UNIT + 24
        shaft = [(CENTRE + UNIT, middle), (tip, middle)]
        head = [(tip - 5, middle - 4), (tip, middle), (tip - 5, middle + 4)]
        for points in shaft, head:
            self._shape("polyline", points=svg.path(points), fill="none")
        left = {"text_anchor": "start"}
        bold = {"font_weight": "600", "font_size": 15}
        number = svg.shown(a, self._digits)
        self._say("a", (tip + 6, middle - 15), soft=True, **left)
        self._say(number, (tip + 6, middle + 5), "a", **left, **bold)
        self._say(name, (tip + 6, middle + 24), "activation", soft=True, **left)

    def _edge(self, part, start, end, weight):
        """Hue is the sign, width the size; nothing flows through a grey thread."""
        hue = svg.POSITIVE if weight > 0 else svg.NEGATIVE if weight < 0 else svg.FAINT
        width = 1 + 2.5 * min(abs(weight), 2)
        (x1, y1), (x2, y2) = start, end
        self._shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=hue, stroke_width=width,
                    data_part=f"edge-{part}")  # fmt: skip

    def _shape(self, tag, **attributes):
        outline = {"fill": svg.GROUND, "stroke": "currentColor", "stroke_width": 1.25}
        self._parts.append(svg.element(tag, **outline | attributes))

    def _say(self, words, at, part=None, soft=False, **style):
        """A text; `part` names it for the demo that keeps it up to date."""
        quiet = {"fill": svg.SOFT, "font_size": 13} if soft else {}
        named = {"data_part": part} if part else {}
        self._parts.append(svg.text(at[0], at[1], words, **quiet, **style, **named))


def _rim(middle, offset, count):
    """Where the edge of an input ends: fanned out on the left side of the unit."""
    angle = 0.62 * offset / max(1, (count - 1) / 2)
    return np.array([CENTRE - UNIT * math.cos(angle), middle + UNIT * math.sin(angle)])


def _along(start, end, share):
    """A place just above an edge."""
    return start + share * (end - start) - (0, 9)


def _vector(name, values):
    array = np.asarray(values, float)
    if array.ndim != 1 or not len(array):
        raise ValueError(f"Neuron expected {name} as a list of numbers, got shape {array.shape}")
    return array
