"""TeX comes in, MathML goes out, while the site is built: no maths script in the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

import math_core
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

FORMULA = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\\(?P<open>[(\[])(?P<tex>.*?)\\[)\]]</(?P=tag)>',
    re.DOTALL,
)
WRITTEN = re.compile(
    r"(?P<code>`+)[^`].*?(?P=code)"
    r"|(?<!\\)\$\$(?P<block>.+?)\$\$"
    r"|(?<![\\$])\$(?!\s)(?P<inline>(?:\\.|[^\\$])+?)(?<!\s)\$",
    re.DOTALL,
)
CONVERTER = math_core.LatexToMathML(fancy_error=False)


class MathError(ValueError):
    """TeX that can't be read; the message quotes it."""


@lru_cache(maxsize=4096)
def mathml(tex: str, display: bool) -> str:
    """Convert one formula.

    Raises:
        MathError: The TeX has an unknown command or an unclosed brace.
    """
    try:
        return CONVERTER.convert_with_local_state(tex.strip(), displaystyle=display)
    except math_core.LatexError as error:
        problem = re.sub(r"^[\d.]+: ", "", str(error).strip()).rstrip(".")
        formula = " ".join(tex.split())
        raise MathError(f"the formula `{formula}` can't be read: {problem}") from None


def find_formulas(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield (offset, TeX, whether displayed) of the formulas of a Markdown text."""
    for found in WRITTEN.finditer(text):
        if found["block"]:
            yield found.start(), found["block"], True
        elif found["inline"]:
            yield found.start(), found["inline"], False


def convert(text: str) -> str:
    """Replace the formulas that `pymdownx.arithmatex` marked in some HTML."""
    return FORMULA.sub(_formula, text)


def _formula(found: re.Match) -> str:
    display = found["open"] == "["
    try:
        formula = mathml(html.unescape(found["tex"]), display)
    except MathError:  # the checker has named it; another host of the extension shows it
        formula = f"<code>{found['tex']}</code>"
    return f'<div class="formula" tabindex="0">{formula}</div>' if display else formula


class _Formulas(Postprocessor):
    def run(self, text: str) -> str:
        return convert(text)


class MathExtension(Extension):
    """Renders what `pymdownx.arithmatex` (generic) leaves behind."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.postprocessors.register(_Formulas(md), "lesson-maths", -10)
