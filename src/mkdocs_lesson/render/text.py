"""Markdown fields of a quiz file come in, HTML goes out.

Raw HTML is shown as text and links go to pages only: an author's typing error, or a
stranger's question bank, can't put a script into the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer, TextLexer, YamlLexer

from mkdocs_lesson.maths import convert

LEXERS = {"python": PythonLexer, "yaml": YamlLexer}
SAFE = re.compile(r"(https?:|mailto:|[#./\w-]+$|[#./\w-]+[?#])", re.IGNORECASE)


class _SafeLinks(Treeprocessor):
    def run(self, root) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if not SAFE.match(element.get(name, "#")):
                    element.attrib.pop(name)


class _PlainText(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_SafeLinks(md), "safe-links", 0)


@lru_cache(maxsize=1)
def _reader() -> Markdown:
    return Markdown(
        extensions=["pymdownx.arithmatex", "pymdownx.superfences", _PlainText()],
        extension_configs={"pymdownx.arithmatex": {"generic": True}},
    )


@lru_cache(maxsize=8192)
def marked(text: str) -> str:
    """Render Markdown as block HTML in which the formulas are still marked TeX."""
    return _reader().reset().convert(text)


def blocks(text: str) -> str:
    """Render Markdown as block HTML."""
    return convert(marked(text))


def inline(text: str) -> str:
    """Render Markdown of one paragraph without the paragraph around it."""
    rendered = blocks(text)
    found = re.fullmatch(r"<p>(.*)</p>", rendered, re.DOTALL)
    return found[1] if found and "<p>" not in found[1] else rendered


def first_and_rest(text: str) -> tuple[str, str]:
    """Render Markdown: its first paragraph without the paragraph around it, and the blocks after it."""
    rendered = blocks(text)
    if not rendered.startswith("<p>"):
        return rendered, ""
    first, _, rest = rendered.removeprefix("<p>").partition("</p>")
    return first, rest.strip()


def counted(n: int, noun: str) -> str:
    """A number of things in words: “1 card”, “2 cards”."""
    return f"{n} {noun}{'' if n == 1 else 's'}"


def code(source: str, language: str = "python") -> str:
    """Render a program, or its output, with highlighting that needs no script."""
    lexer = LEXERS.get(language, TextLexer)()
    shown = highlight(source, lexer, HtmlFormatter(cssclass="highlight", wrapcode=True))
    return shown.replace("<code>", '<code tabindex="0">', 1)  # wide code scrolls by keyboard


def code_line(source: str) -> str:
    """One line of a program, with highlighting that needs no script."""
    shown = highlight(source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)).rstrip("\n")
    return f'<code class="highlight">{shown}</code>'


def lined(html: str) -> str:
    """Rendered code with an element around each line, so that wrapped lines can be indented."""

    def wrap(found: re.Match) -> str:
        lines = (f'<span class="line">{line}</span>' for line in found[2].splitlines(keepends=True))
        return f"{found[1]}{''.join(lines)}</code>"

    return re.sub(r"(<code[^>]*>)(.*)</code>", wrap, html, flags=re.DOTALL)


def plain(html: str) -> str:
    """The text of some HTML, for names that are only heard."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def attributes(**values: object) -> str:
    """HTML attributes: underscores become hyphens, True stands alone, None and False go."""
    parts = []
    for name, value in values.items():
        name = name.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {name}")
        elif value is not None and value is not False:
            parts.append(f' {name}="{escape(str(value))}"')
    return "".join(parts)
