"""A book comes in; one EPUB 3 goes out: a zip of XHTML, a list of its files and a table of contents."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from mkdocs_lesson.ebook.book import Book, Chapter, document, title_page

TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
ACCESS = {
    "accessMode": ("textual", "visual"),
    "accessModeSufficient": ("textual",),
    "accessibilityFeature": (
        "alternativeText",
        "ARIA",
        "displayTransformability",
        "MathML",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
    ),
    "accessibilityHazard": ("none",),
    "accessibilitySummary": (
        "All of it is text that reflows. Formulas are MathML, figures are drawings with a title and a description,"
        " programs and what they printed are text. Colour never says anything alone.",
    ),
}


def write_epub(book: Book, path: Path, files: Mapping[str, bytes]) -> None:
    """Bind the book. `files` are its style sheet, fonts and cover, by name; the same book gives the same bytes."""
    content = {
        "cover.xhtml": document(book, "Cover", _cover(book)),
        "title-page.xhtml": document(book, book.title, _typed(title_page(book), "titlepage")),
        "contents.xhtml": document(book, "Contents", _contents(book)),
        **{f"{each.slug}.xhtml": document(book, each.title, _section(each)) for each in book.chapters},
    }
    named = {name: text.encode() for name, text in content.items()} | dict(files)
    named["package.opf"] = _package(book, list(named)).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as bound:
        bound.writestr(_entry("mimetype", ZIP_STORED), "application/epub+zip")
        bound.writestr(_entry("META-INF/container.xml"), CONTAINER)
        for name, data in named.items():
            bound.writestr(_entry(f"book/{name}"), data)


def _entry(name: str, compression: int = ZIP_DEFLATED) -> ZipInfo:
    entry = ZipInfo(name)  # a date of 1980, so that bytes tell of the content only
    entry.compress_type = compression
    return entry


def _typed(section: str, kind: str) -> str:
    return section.replace("<section", f'<section epub:type="{kind}"', 1)


def _section(chapter: Chapter) -> str:
    role = "" if chapter.kind == "backmatter" else f' role="doc-{chapter.kind}"'
    return _typed(chapter.xhtml, chapter.kind).replace(" epub:type", f"{role} epub:type", 1)


def _cover(book: Book) -> str:
    return f'<section epub:type="cover" class="cover"><img src="cover.png" alt="{escape(book.title)}" role="doc-cover"/></section>'


def _contents(book: Book) -> str:
    """Parts, chapters and their sections, and where readers jump to."""
    entries = []
    for part, chapters in book.parts():
        listed = "".join(map(_entry_of, chapters))
        entries.append(f"<li><span>{escape(part)}</span><ol>{listed}</ol></li>" if part else listed)
    marks = [("cover.xhtml", "cover", "Cover"), ("contents.xhtml", "toc", "Contents")]
    marks.append((f"{book.chapters[0].slug}.xhtml", "bodymatter", "Beginning"))
    marks += [
        (f"{each.slug}.xhtml", each.kind, each.title) for each in book.chapters if each.kind != "chapter"
    ]
    landmarks = "".join(
        f'<li><a epub:type="{kind}" href="{href}">{escape(title)}</a></li>' for href, kind, title in marks
    )
    return (
        f'<nav epub:type="toc" role="doc-toc" id="toc"><h1>Contents</h1><ol>{"".join(entries)}</ol></nav>'
        f'<nav epub:type="landmarks" hidden="hidden" aria-label="Landmarks"><ol>{landmarks}</ol></nav>'
    )


def _entry_of(chapter: Chapter) -> str:
    file = f"{chapter.slug}.xhtml"
    inside = "".join(
        f'<li><a href="{file}#{each.id}">{escape(each.title)}</a></li>' for each in chapter.headings
    )
    return f'<li><a href="{file}">{escape(chapter.title)}</a>{f"<ol>{inside}</ol>" if inside else ""}</li>'


def _package(book: Book, names: list[str]) -> str:
    spine = ["cover.xhtml", "title-page.xhtml", "contents.xhtml", *(f"{c.slug}.xhtml" for c in book.chapters)]
    items = "".join(_item(book, name) for name in names)
    refs = "".join(f'<itemref idref="{_id(name)}"/>' for name in spine)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{book.language}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(_metadata(book))}</metadata>'
        f"<manifest>{items}</manifest><spine>{refs}</spine></package>\n"
    )


def _item(book: Book, name: str) -> str:
    chapter = next((each for each in book.chapters if f"{each.slug}.xhtml" == name), None)
    properties = (
        chapter.has if chapter else {"contents.xhtml": ["nav"], "cover.png": ["cover-image"]}.get(name)
    )
    said = f' properties="{" ".join(properties)}"' if properties else ""
    return f'<item id="{_id(name)}" href="{name}" media-type="{TYPES[Path(name).suffix]}"{said}/>'


def _id(name: str) -> str:
    return f"file.{name}"


def _metadata(book: Book) -> Iterator[str]:
    yield f'<dc:identifier id="id">{uuid.uuid5(uuid.NAMESPACE_URL, book.title).urn}</dc:identifier>'
    says = {
        "title": book.title,
        "language": book.language,
        "creator": book.author,
        "description": book.about,
        "rights": book.licences,
        "date": book.changed,
    }
    for name, text in says.items():
        yield f"<dc:{name}>{escape(text)}</dc:{name}>"
    yield f'<meta property="dcterms:modified">{book.changed}T00:00:00Z</meta>'
    for name, values in ACCESS.items():
        for value in values:
            yield f'<meta property="schema:{name}">{escape(value)}</meta>'
