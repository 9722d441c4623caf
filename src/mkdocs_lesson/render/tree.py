"""The laid-out tree comes in; its drawing goes out: a box for each chapter, a line for each step.

Boxes are HTML, since the theme takes every link for one of HTML; the lines behind them are SVG.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import pairwise

from mkdocs_lesson.contents import Contents
from mkdocs_lesson.render.text import attributes
from mkdocs_lesson.tree import grow

BOX = 112, 46
STEP = 120, 72  # from column to column, from row to row
REM = 20  # of these units

Point = tuple[float, float]


def render_tree(contents: Contents, titles: dict[str, str], link: Callable[[str], str | None]) -> str:
    """Return the drawing. `link` gives the address of a chapter, None for one to come."""
    tree = grow(contents.chapters)
    width, height = (tree.columns - 1) * STEP[0] + BOX[0], (tree.rows - 1) * STEP[1] + BOX[1]
    lines = "".join(
        f'<path data-step="{a} {b}" d="{_curve([_middle(p) for p in points])}"/>'
        for (a, b), points in tree.lines.items()
    )
    boxes = "".join(
        _box(slug, contents.numbers[slug], titles[slug], _middle(place), link(slug))
        for slug, place in tree.places.items()
    )
    return (
        f'<div class="map" style="{_size(width, height)}">'
        f'<svg viewBox="0 0 {width:g} {height:g}" aria-hidden="true">{lines}</svg>{boxes}</div>'
    )


def _size(width: float, height: float) -> str:
    return f"width:{width / REM:.3g}rem;height:{height / REM:.3g}rem"


def _middle(place: Point) -> Point:
    """The middle of a place in the drawing."""
    (x, y), (wide, high) = place, BOX
    return round(x * STEP[0] + wide / 2, 1), y * STEP[1] + high / 2


def _curve(points: list[Point]) -> str:
    """From the foot of the first to the head of the last, upright past those between."""
    half = BOX[1] / 2
    path = f"M{points[0][0]:g} {points[0][1] + half:g}"
    for (x, y), (to, below) in pairwise(points):
        bend = (y + below) / 2
        path += f"C{x:g} {bend:g} {to:g} {bend:g} {to:g} {below - half:g}"
        path += f"V{below + half:g}" if (to, below) != points[-1] else ""
    return path


def _box(slug: str, number: int, title: str, middle: Point, address: str | None) -> str:
    """A chapter: a link, or plain text while it is to come."""
    (x, y), (wide, high) = middle, BOX
    about = attributes(
        href=address,
        data_node=slug,
        class_=None if address else "coming",
        style=f"left:{(x - wide / 2) / REM:.4g}rem;top:{(y - high / 2) / REM:.4g}rem",
    )
    tag = "a" if address else "span"
    return f'<{tag}{about}><span class="number">{number}</span> {escape(title)}</{tag}>'
