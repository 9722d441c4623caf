"""A page comes in, what the search should read of it goes out: no drawings, no colours of code."""

from __future__ import annotations

import re

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
COLOUR = re.compile(r"</?span\b[^>]*>")


def searchable(html: str) -> str:
    """Drop what the search would read tag by tag, and throw away: half of a page's tags."""
    html = DRAWING.sub("", html)
    html = FORMULA.sub(lambda formula: TAG.sub("", formula[0]), html)
    return COLOUR.sub("", html)
