"""The Markdown extension: lesson fences, inserted values and citations become HTML.

It runs in any program that uses Python-Markdown. MkDocs and Zensical say which page is
being read; elsewhere programs and quizzes are found by the name of the page in `page`.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_lesson.book import Book, open_book
from mkdocs_lesson.citations import CITATION
from mkdocs_lesson.fences import VALUE, Inserted, find_fences
from mkdocs_lesson.maths import MathExtension
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.page import Renderer
from mkdocs_lesson.terms import definitions

# Python-Markdown runs high numbers first: white space is normalised at 30, superfences
# takes the fences at 25, raw HTML is put aside at 20.
FENCES, VALUES = 28, 22
# Last of all, when headings have their ids and links their addresses.
TERMS = -5
# In a line, code is put aside at 190, links are made at 160.
CITATIONS = 178


class LessonExtension(Extension):
    """The fences of `fences.KINDS`, `{= program.value:.2f =}` and `[@source]`."""

    def __init__(self, **settings):
        self.config = {
            "root": [".", "The folder that holds docs/, snippets/ and quizzes/."],
            "page": ["", "The Markdown file being read, from the root."],
            "site": ["", "The address where the site is published."],
            "report": ["", "Where mistakes are reported: an address with {id} in it."],
        }
        super().__init__(**settings)
        self.book: Book | None = None
        self.page: Page | None = None
        self.order: list[str] = []
        self.exports = False

    def use(self, book: Book, order: list[str], *, exports: bool = False) -> None:
        """Take a book that is already open, the order of its chapters, and whether the
        files of `export/` are made as well."""
        self.book, self.order, self.exports = book, order, exports

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        md.preprocessors.register(_Fences(md, self), "lesson-fences", FENCES)
        md.preprocessors.register(_Values(md, self), "lesson-values", VALUES)
        md.treeprocessors.register(_Terms(md, self), "lesson-terms", TERMS)
        md.inlinePatterns.register(_Citations(md, self), "lesson-citations", CITATIONS)
        MathExtension().extendMarkdown(md)

    def renderer(self, md: Markdown) -> Renderer:
        """The renderer of the page being read."""
        book = self.book or open_book(Path(self.getConfig("root")).resolve())
        page = self.page or book.page_at(_page_read(md, book.docs) or book.root / self.getConfig("page"))
        report, site = self.getConfig("report"), self.getConfig("site")
        return Renderer(page, book, self.order, exports=self.exports, report=report, site=site)


def _page_read(md: Markdown, docs: Path) -> Path | None:
    """The Markdown file that the host reads, where it says so: MkDocs in the processor that
    it adds for links, Zensical in one that does nothing else."""
    if "relpath" in md.treeprocessors:
        return docs / md.treeprocessors["relpath"].file.src_uri
    if "rendering_context" in md.preprocessors:
        return docs / md.preprocessors["rendering_context"].page.path
    return None


class _Fences(Preprocessor):
    """Puts the HTML of each lesson fence aside, before superfences sees it."""

    def __init__(self, md: Markdown, extension: LessonExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        fences = list(find_fences("\n".join(lines)))
        if not fences:
            return lines
        renderer = self.extension.renderer(self.md)
        done, out = 0, []
        for fence in fences:
            out += lines[done : fence.start]
            for heading, html in renderer.pieces(fence):
                if heading:  # Markdown's own, so that the contents of the page have it
                    out += ["", f"### {self.md.htmlStash.store(heading[0])} {heading[1]}"]
                out += ["", fence.indent + self.md.htmlStash.store(html), ""]
            done = fence.stop
        return out + lines[done:]


class _Values(Preprocessor):
    """Replaces the recorded values that prose names."""

    def __init__(self, md: Markdown, extension: LessonExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        if not any("{=" in line for line in lines):
            return lines
        resolver = self.extension.renderer(self.md).resolver

        def value(found) -> str:
            if found.string[: found.start()].endswith("\\"):
                return found[0]
            parts = found.groupdict()
            return resolver.value(
                Inserted(0, 1, found[0], parts["program"], parts["expression"], parts["format"] or "")
            )

        return [VALUE.sub(value, line) for line in lines]


class _Terms(Treeprocessor):
    """Marks the terms of the glossary where a page first mentions them."""

    def __init__(self, md: Markdown, extension: LessonExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        renderer = self.extension.renderer(self.md)
        if marker := renderer.marker():
            marker.walk(root)
        if marker and marker.marked:
            root.append(definitions(renderer.book.glossary.terms, marker.marked))


class _Citations(InlineProcessor):
    """Makes links of the sources that prose names."""

    def __init__(self, md: Markdown, extension: LessonExtension):
        super().__init__(CITATION.pattern, md)
        self.extension = extension

    def handleMatch(self, m, data):
        source = m["key"] or m["named"]
        renderer = self.extension.renderer(self.md)
        html = renderer.citation(source, whole=bool(m["whole"]), named=bool(m["named"]))
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


def makeExtension(**settings) -> LessonExtension:
    """What `markdown_extensions: mkdocs_lesson.extension` asks for."""
    return LessonExtension(**settings)
