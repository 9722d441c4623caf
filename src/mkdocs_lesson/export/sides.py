"""A question or a card comes in; its two sides go out, as Markdown and as HTML.

A side is a list of parts, so that what an author wrote in one field can't run into the
next one. HTML keeps formulas as TeX between `\\(` and `\\)`, for programs with MathJax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

from mkdocs_lesson.maths import FORMULA, MathError, mathml
from mkdocs_lesson.render.text import marked


@dataclass(frozen=True)
class Text:
    """Markdown as an author wrote it."""

    text: str

    def markdown(self) -> str:
        return self.text.strip()

    def html(self) -> str:
        return html(self.text)


@dataclass(frozen=True)
class Code:
    """A program, or what one prints."""

    text: str

    def markdown(self) -> str:
        longest = max((len(run) for run in re.findall("`+", self.text)), default=0)
        mark = "`" * max(3, longest + 1)
        return f"{mark}\n{self.text.rstrip()}\n{mark}"

    def html(self) -> str:
        return f"<pre><code>{bracketed(escape(self.text.rstrip()))}</code></pre>"


@dataclass(frozen=True)
class Items:
    """Short Markdown texts, one under the other."""

    texts: tuple[str, ...]

    def markdown(self) -> str:
        return "\n".join("- " + text.strip().replace("\n", "\n  ") for text in self.texts)

    def html(self) -> str:
        return f"<ul>{''.join(f'<li>{line(text)}</li>' for text in self.texts)}</ul>"


Part = Text | Code | Items


def as_markdown(parts: list[Part]) -> str:
    """The parts of a side as one Markdown text."""
    return "\n\n".join(part.markdown() for part in parts)


def as_html(parts: list[Part]) -> str:
    """The parts of a side as HTML."""
    return "\n".join(part.html() for part in parts)


def html(text: str) -> str:
    """Markdown as HTML that any program shows, with formulas as TeX."""
    return FORMULA.sub(_formula, bracketed(marked(text)).replace(r'arithmatex">\&#91;', r'arithmatex">\['))


def line(text: str) -> str:
    """Markdown of one paragraph as HTML without the paragraph around it."""
    found = re.fullmatch(r"<p>((?:(?!<p>).)*)</p>", whole := html(text), re.DOTALL)
    return found[1] if found else whole


def plain(text: str) -> str:
    """Markdown as text alone, for fields that hold no HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html(text))).split())


def bracketed(text: str) -> str:
    """HTML without a bare `[`, which begins sounds in Anki and formats in Moodle."""
    return text.replace("[", "&#91;")


def _formula(found: re.Match) -> str:
    """TeX as MathJax wants it; what our own reader refuses is shown as it was written."""
    tex = unescape(found["tex"])
    display = found["open"] == "["
    try:
        mathml(tex, display)
    except MathError:
        return f"<code>{bracketed(escape(tex))}</code>"
    opening, closing = (r"\[", r"\]") if display else (r"\(", r"\)")
    return f"{opening}{bracketed(escape(tex))}{closing}"
