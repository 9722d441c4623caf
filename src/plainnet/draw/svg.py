"""What every figure shares: elements as strings, numbers as print sets them, files."""

from html import escape
from pathlib import Path

POSITIVE = "var(--positive, #1f5fbf)"
NEGATIVE = "var(--negative, #b4510b)"
ACCENT = "var(--accent, #0b6a68)"
GROUND = "var(--ground, #fff)"
SOFT = "var(--ink-soft, #65615a)"
LINE = "var(--line, #d8d4ca)"
FAINT = "var(--edge, #8a857b)"
FONT = "var(--font-ui, system-ui, sans-serif)"


def coordinate(value):
    """A length in the drawing, to a hundredth: the same bytes on every machine."""
    return f"{round(float(value), 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def shown(value, digits=None):
    """A number for the reader: a true minus sign, as many digits as asked or needed."""
    return format(value, "zg" if digits is None else f"z.{digits}f").replace("-", "−")


def signed(value, digits=None):
    """The same with its sign in front: +0.8, −0.5, 0."""
    return ("+" if value > 0 else "") + shown(value, digits)


def path(points):
    """Points of the drawing as an SVG list."""
    return " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in points)


def element(tag, content=None, **attributes):
    """One element; `stroke_width=2` becomes stroke-width, lengths are rounded."""
    names = (name.rstrip("_").replace("_", "-") for name in attributes)
    values = (v if isinstance(v, str) else coordinate(v) for v in attributes.values())
    head = "".join(f' {name}="{escape(v)}"' for name, v in zip(names, values, strict=True))
    return f"<{tag}{head}/>" if content is None else f"<{tag}{head}>{content}</{tag}>"


def text(x, y, words, **attributes):
    """Words at a place, centred; the halo keeps them legible on top of lines."""
    style = {
        "text_anchor": "middle", "font_size": 14, "fill": "currentColor",
        "stroke": GROUND, "stroke_width": 3, "stroke_linejoin": "round",
        "paint_order": "stroke",
    }  # fmt: skip
    return element("text", escape(words), x=x, y=y, **style | attributes)


class Figure:
    """A drawing of `width` x `height` units that names and describes itself."""

    def __init__(self, width, height, title):
        self.width, self.height, self.title = width, height, title
        self.description = []
        self._parts = []

    def body(self):
        """The elements of the drawing, from the ground up."""
        return "\n".join(self._parts)

    def __str__(self):
        words = element("title", escape(self.title))
        if self.description:
            words += "\n" + element("desc", escape(" ".join(self.description)))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" font-family="{FONT}"'
            f' viewBox="0 0 {coordinate(self.width)} {coordinate(self.height)}">\n'
            f"{words}\n{self.body()}\n</svg>\n"
        )

    def _repr_svg_(self):
        return str(self)

    def save(self, name):
        """Write the drawing to the file `name`, which ends in .svg."""
        if Path(name).suffix != ".svg":
            raise ValueError(
                f"save expected a file name that ends in .svg, got {str(name)!r};"
                f" write {Path(name).stem + '.svg'!r}"
            )
        Path(name).write_text(str(self), encoding="utf-8")


class Row(Figure):
    """Figures side by side, read from left to right.

    Source: docs/chapters/artificial-neuron.md
    """

    def __init__(self, *figures, title, gap=12):
        width = sum(figure.width + gap for figure in figures) - gap
        super().__init__(width, max(figure.height for figure in figures), title)
        left = 0
        for figure in figures:
            place = f"translate({coordinate(left)} 0)"
            self._parts.append(element("g", figure.body(), transform=place))
            self.description += [f"{figure.title}.", *figure.description]
            left += figure.width + gap
