"""A public name with its docstring comes in; its entry on a reference page goes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from mkdocs_lesson.api import Thing
from mkdocs_lesson.docstring import NAMED, PARTS, Docstring, entries, read_docstring

Link = Callable[[str], str | None]
Chapter = Callable[[str], tuple[str, str | None]]
CHAPTER = re.compile(r"docs/chapters/([a-z0-9-]+)\.md")


class Entries:
    """Renders entries.

    `link` gives the address of a public name, `chapter` the title and the address of a
    chapter; addresses are None where the book has no such place. `examples` are those
    of names whose docstring has none.
    """

    def __init__(self, link: Link, chapter: Chapter, examples: dict[str, str]):
        self.link, self.chapter, self.examples = link, chapter, examples
        self._space = ""  # of the entry being rendered: `nn.LSTM` says `RNN` for `nn.RNN`

    def heading(self, thing: Thing) -> tuple[str, str]:
        """The HTML inside the heading, and its attributes as Markdown has them."""
        call = "" if thing.kind == "value" else f"({thing.arguments})"
        shown = f"<code><b>{thing.name}</b><span>{escape(call)}</span></code>"
        return shown, f'{{#{thing.name} .name data-toc-label="{thing.name}"}}'

    def index(self, things: list[Thing]) -> str:
        """Links to the entries that follow."""
        names = "".join(f'<li><a href="#{t.name}"><code>{t.name}</code></a></li>' for t in things)
        return f'<ul class="names" data-search-exclude>{names}</ul>'

    def entry(self, thing: Thing, also: list[str]) -> str:
        """What stands below the heading."""
        doc, self._space = read_docstring(thing.doc), thing.name.rpartition(".")[0]
        if thing.name in self.examples:
            doc.parts.setdefault("Example", self.examples[thing.name])
        inner = [
            *(f"<p>{self.text(paragraph)}</p>" for paragraph in doc.paragraphs),
            self._also(also),
            self._parts(doc),
            self._members(thing),
        ]
        return f'<div class="entry">{"".join(inner)}</div>'

    def _also(self, names: list[str]) -> str:
        if not names:
            return ""
        codes = " and ".join(f"<code>{escape(name)}</code>" for name in names)
        return f'<p class="also">Also as {codes}.</p>'

    def _parts(self, doc: Docstring) -> str:
        rows = [
            f'<dt class="{name.lower()}">{name}</dt><dd>{self._part(name, doc.parts[name])}</dd>'
            for name in PARTS
            if name in doc.parts
        ]
        return f'<dl class="parts">{"".join(rows)}</dl>' if rows else ""

    def _part(self, name: str, text: str) -> str:
        if name == "Example":
            return _example(text)
        if name == "Source":
            return f"<p>{self._sources(text)}</p>"
        listed = entries(text) if name in NAMED else None
        if listed is None:
            return f"<p>{self.text(text)}</p>"
        rows = "".join(
            f"<dt><code>{escape(key)}</code></dt><dd>{self.text(said)}</dd>" for key, said in listed
        )
        return f"<dl>{rows}</dl>"

    def _sources(self, text: str) -> str:
        def chapter(found: re.Match) -> str:
            title, address = self.chapter(found[1])
            return f'<a href="{address}">{escape(title)}</a>' if address else escape(title)

        return CHAPTER.sub(chapter, escape(" ".join(text.split()))) + ("" if text.endswith(".") else ".")

    def _members(self, thing: Thing) -> str:
        if not thing.members:
            return ""
        rows = "".join(
            f'<dt id="{thing.name}.{m.name}"><code>{m.name}{_call(m)}</code></dt><dd>{self._member(m)}</dd>'
            for m in thing.members
        )
        return f'<dl class="members">{rows}</dl>'

    def _member(self, member: Thing) -> str:
        doc = read_docstring(member.doc)
        paragraphs = "".join(f"<p>{self.text(p)}</p>" for p in doc.paragraphs)
        return paragraphs + self._parts(doc)

    def text(self, text: str) -> str:
        """Plain text with `code`; a public name leads to its entry."""
        pieces = re.split(r"`([^`]+)`", " ".join(text.split()))
        return "".join(self._code(p) if i % 2 else escape(p) for i, p in enumerate(pieces))

    def _code(self, name: str) -> str:
        shown = f"<code>{escape(name)}</code>"
        full = name.removeprefix("torch.")
        address = self.link(full) or self.link(f"{self._space}.{full}")
        return f'<a href="{address}">{shown}</a>' if address else shown


def _call(thing: Thing) -> str:
    return "" if thing.kind == "property" else f"<span>({escape(thing.arguments)})</span>"


def _example(text: str) -> str:
    """A session of the Python prompt: prompts and answers step back behind the code."""
    shown = "\n".join(map(_prompted, text.splitlines()))
    return f'<div class="highlight"><pre><code tabindex="0">{shown}</code></pre></div>'


def _prompted(line: str) -> str:
    prompt = line[:4] if line[:3] in (">>>", "...") else ""
    if not prompt:
        return f'<span class="go">{escape(line)}</span>'
    return f'<span class="gp">{escape(prompt)}</span>{escape(line[4:])}'
