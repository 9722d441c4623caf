"""The plane of two inputs: boundaries, half-planes, points, arrows and curves."""

import numpy as np

from plainnet.draw import svg
from plainnet.draw.labels import Labels

LEFT, TOP, RIGHT, BOTTOM = 32, 22, 22, 24  # room for numbers and names of the axes
SIDES = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)]


class Plane(svg.Figure):
    """A plane with axes; places are given in its own units.

    Args:
        x, y: lowest and highest value of each axis.
        title: what the figure is, for those who cannot see it.
        names: what the axes are called.
        equal: one unit is as long upwards as sideways (False for curves).
        width: of the whole figure; 360 is a phone's screen.

    Example:
        >>> plane = Plane(x=(-2, 2), y=(-2, 2))
        >>> plane.arrow([1, 0.5], label="w")
        >>> plane.description
        ['An arrow w from (0, 0) to (1, 0.5).']

    Source: docs/chapters/artificial-neuron.md
    """

    def __init__(self, x=(-2, 2), y=(-2, 2), *, title=None, names=("x₁", "x₂"), equal=True, width=360):
        self._low, self._high = np.array([_limits("x", x), _limits("y", y)], float).T
        span = self._high - self._low
        across = width - LEFT - RIGHT
        up = across * span[1] / span[0] if equal else across * 0.62
        super().__init__(width, up + TOP + BOTTOM, title or f"The plane of {names[0]} and {names[1]}")
        self._scale = np.array([across, -up]) / span
        self._labels = Labels(LEFT, TOP, LEFT + across, TOP + up)
        self._tint, self._marks, self._names = [], [], names

    def half_plane(self, w, b):
        """Tint the side where w·x + b > 0, the side that w points to."""
        polygon, _ = self._cut(_pair("half_plane", "w", w), b)
        if len(polygon):
            shape = {"points": svg.path(self._px(polygon)), "fill": svg.POSITIVE}
            self._tint.append(svg.element("polygon", **shape, opacity=0.12))
        self.description.append(f"Tinted where {self._formula(w, b)} > 0.")

    def line(self, w, b, label=None, dashed=False):
        """Draw the boundary, where w·x + b = 0."""
        w = _pair("line", "w", w)
        _, ends = self._cut(w, b)
        if len(ends) < 2:
            raise ValueError(
                "line expected a boundary that crosses the plane, got"
                f" {self._formula(w, b)} = 0 outside it: widen x or y, or change b"
            )
        ends = self._stroke(ends, "currentColor", dashed)
        away = self._scale * w
        shares = (0.06, 0.94, 0.14, 0.86, 0.22, 0.78, 0.3, 0.7, 0.5)
        spots = [ends[0] + t * (ends[1] - ends[0]) for t in shares]
        self._name(label, [(spot, side * away) for side in (1, -1) for spot in spots])
        name = f" ({label})" if label else ""
        self.description.append(f"A line: {self._formula(w, b)} = 0{name}.")

    def arrow(self, vector, start=(0, 0), label=None):
        """Draw a vector, from the origin or from `start`."""
        start, vector = _pair("arrow", "start", start), _pair("arrow", "vector", vector)
        ends = self._stroke([start, start + vector], svg.ACCENT, width=2.5)
        along = (ends[1] - ends[0]) / np.hypot(*(ends[1] - ends[0]))
        across = np.array([-along[1], along[0]])
        wings = [ends[1] - 9 * along + 4.5 * across, ends[1] - 9 * along - 4.5 * across]
        head = svg.path([ends[1], *wings])
        self._marks.append(svg.element("polygon", points=head, fill=svg.ACCENT))
        middle = ends.mean(0)
        self._name(label, [(ends[1], along), (middle, across), (middle, -across)])
        tail, tip = (f"({_tell(p[0])}, {_tell(p[1])})" for p in (start, start + vector))
        self.description.append(f"An arrow {label or ''} from {tail} to {tip}.")

    def points(self, places, classes, labels=None):
        """Draw examples, (N, 2): discs for class 1 or "A", rings for class 0 or "B"."""
        places = np.asarray(places, float)
        if places.ndim != 2 or places.shape[1] != 2 or len(places) != len(classes):
            raise ValueError(
                "points expected places of shape (N, 2) and N classes, got"
                f" {places.shape} and {len(classes)} classes"
            )
        labels = labels or [None] * len(places)
        if len(labels) != len(places):
            raise ValueError(f"points expected 1 label for each of {len(places)} places, got {len(labels)}")
        for place, kind, label in zip(places, classes, labels, strict=True):
            self._point(place, _is_first(kind), label)

    def curve(self, function, label=None, dashed=False, points=241):
        """Draw y = function(x) through so many points; the function takes and returns a NumPy array."""
        x = np.linspace(self._low[0], self._high[0], points)
        y = np.asarray(function(x), float)
        inside = (y >= self._low[1]) & (y <= self._high[1])
        if not inside.any():
            raise ValueError(
                f"curve expected values between {_tell(self._low[1])} and"
                f" {_tell(self._high[1])}, got none: widen the plane's y"
            )
        runs = np.split(np.arange(len(x)), np.flatnonzero(np.diff(inside)) + 1)
        drawn = np.concatenate(
            [self._stroke(np.c_[x, y][run], svg.ACCENT, dashed, 2.5) for run in runs if inside[run[0]]]
        )
        spots = [drawn[int(t * (len(drawn) - 1))] for t in (0.95, 0.05, 0.8, 0.2, 0.5)]
        sides = [(0, -1), (0, 1), (1, -1), (-1, -1)]
        self._name(label, [(spot, side) for spot in spots for side in sides])
        self.description.append(f"A curve{' ' + label if label else ''}.")

    def walk(self, places, label=None):
        """Draw a way in straight steps, with a dot at every place of it, (N, 2)."""
        drawn = self._stroke(_places("walk", places), svg.ACCENT)
        self._marks += [svg.element("circle", cx=x, cy=y, r=2.5, fill=svg.ACCENT) for x, y in drawn]
        self._name(label, [(spot, side) for spot in drawn for side in SIDES])
        first, last = (f"({_tell(x)}, {_tell(y)})" for x, y in np.round(np.array(places)[[0, -1]], 2))
        name = f" {label}" if label else ""
        self.description.append(f"A walk{name} in {len(drawn) - 1} steps from {first} to {last}.")

    def contour(self, places):
        """Draw a thin line through places of equal height, (N, 2)."""
        self._stroke(_places("contour", places), svg.FAINT, width=1)

    def text(self, place, words):
        """Write words with their middle at a place, or as near as it is free."""
        spot = self._px([_pair("text", "place", place)])[0]
        self._labels.add(words, [(spot, side) for side in SIDES])

    def body(self):
        parts = [*self._tint, *self._axes(), *self._marks, *self._labels.place()]
        return "\n".join(parts)

    def _px(self, places):
        """Places of the plane, (N, 2), as places of the drawing."""
        corner = np.array([self._low[0], self._high[1]])
        return (np.asarray(places, float) - corner) * self._scale + (LEFT, TOP)

    def _stroke(self, places, colour, dashed=False, width=2):
        """A line through places; returns them as places of the drawing."""
        style = {"stroke_dasharray": "6 5"} if dashed else {}
        shape = svg.element(
            "polyline", points=svg.path(self._px(places)), fill="none", stroke=colour,
            stroke_width=width, stroke_linejoin="round", **style,
        )  # fmt: skip
        self._marks.append(shape)
        self._labels.avoid(self._px(places))
        return self._px(places)

    def _point(self, place, first, label):
        x, y = self._px([place])[0]
        hue = svg.POSITIVE if first else svg.NEGATIVE
        fill = hue if first else svg.GROUND
        mark = svg.element("circle", cx=x, cy=y, r=5.5, fill=fill, stroke=hue, stroke_width=2.5)
        self._marks.append(mark)
        self._labels.avoid([(x - 5, y - 5), (x + 5, y + 5)])
        self._labels.avoid([(x - 5, y + 5), (x + 5, y - 5)])
        self._name(label, [((x, y) + 6 * np.array(side), side) for side in SIDES])
        name = f" {label}" if label else ""
        spot = f"({_tell(place[0])}, {_tell(place[1])})"
        self.description.append(f"{'A disc' if first else 'A ring'}{name} at {spot}.")

    def _name(self, label, anchors):
        if label:
            self._labels.add(label, anchors)

    def _cut(self, w, b):
        """The part of the plane where w·x + b >= 0, and the ends of its boundary."""
        (x0, y0), (x1, y1) = self._low, self._high
        corners = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
        polygon, ends = [], []
        for p, q in zip(corners, np.roll(corners, -1, axis=0), strict=True):
            at_p, at_q = w @ p + b, w @ q + b
            if at_p >= 0:
                polygon.append(p)
            if (at_p >= 0) != (at_q >= 0):
                ends.append(p + (q - p) * at_p / (at_p - at_q))
                polygon.append(ends[-1])
        return polygon, ends

    def _formula(self, w, b):
        terms = [f"{_tell(v)}·{name}" for v, name in zip(w, self._names, strict=True)]
        return " + ".join([*terms, _tell(b)]).replace("+ −", "− ")

    def _axes(self):
        """Thin lines through zero, or at the nearest edge, with numbers outside."""
        (left, bottom), (right, top) = self._px([self._low, self._high])
        zero = self._px([np.clip((0, 0), self._low, self._high)])[0]
        axes = [
            svg.element("polyline", points=svg.path(ends), stroke=svg.LINE)
            for ends in ([(left, zero[1]), (right, zero[1])], [(zero[0], bottom), (zero[0], top)])
        ]
        soft = {"fill": svg.SOFT, "font_size": 13}
        beside = {"text_anchor": "end", **soft}
        for tick in _ticks(self._low[0], self._high[0]):
            x = self._px([(tick, 0)])[0][0]
            axes.append(svg.text(x, bottom + 16, _tell(tick), **soft))
        for tick in _ticks(self._low[1], self._high[1]):
            y = self._px([(0, tick)])[0][1]
            axes.append(svg.text(left - 6, y + 4, _tell(tick), **beside))
        axes.append(svg.text(right + 10, zero[1] + 4, self._names[0]))
        axes.append(svg.text(zero[0], top - 8, self._names[1]))
        return axes


def _tell(value):
    return svg.shown(value)


def _ticks(low, high):
    """Three to six round numbers from low to high."""
    rough = (high - low) / 5
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(s * power for s in (1, 2, 5, 10) if s * power >= rough * 0.999)
    first, last = np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9)
    return np.arange(first, last + 1) * step


def _is_first(kind):
    """Whether a class is the first one: 1 or "A", against 0 or "B"."""
    if kind in (1, "A"):
        return True
    if kind in (0, "B"):
        return False
    raise ValueError(f'points expected classes 1 or 0, or "A" or "B", got {kind!r}')


def _pair(method, name, value):
    """Two numbers as an array; a weight vector or an arrow must not be zero."""
    array = np.asarray(value, float)
    if array.shape != (2,):
        raise ValueError(
            f"{method} expected {name} to be two numbers, got shape {array.shape}: a plane has two inputs"
        )
    if name in ("w", "vector") and not array.any():
        raise ValueError(f"{method} expected {name} with a direction, got (0, 0)")
    return array


def _places(method, places):
    """Two places or more, as an array of shape (N, 2)."""
    array = np.asarray(places, float)
    if array.ndim != 2 or array.shape[1] != 2 or len(array) < 2:
        raise ValueError(f"{method} expected places of shape (N, 2), two or more, got shape {array.shape}")
    return array


def _limits(name, limits):
    if len(limits) != 2 or not limits[0] < limits[1]:
        raise ValueError(f"Plane expected {name}=(lowest, highest), got {limits!r}; write {name}=(-2, 2)")
    return limits
