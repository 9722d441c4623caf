"""A book comes in; a browser prints it as one PDF, with tags, an outline and page numbers."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from mkdocs_lesson.ebook.book import Book, Chapter, document, title_page
from mkdocs_lesson.ebook.browser import FLAGS

QUIET = (
    "--headless",
    *FLAGS,
    "--hide-scrollbars",
    "--font-render-hinting=none",  # else letters stand where a screen's dots are
)
COVER_SIZE = "1240,1754"
"""An A4 page at 150 dots an inch."""
PATIENCE = 120


class BrowserFailed(RuntimeError):
    """The browser made no file; the message holds what it said."""


def write_pdf(book: Book, path: Path, files: Mapping[str, bytes], browser: str) -> None:
    """Print the book, all pages as one; then pack what the browser leaves loose, to less than half."""
    _print(book, path, files, browser, {}, "--disable-pdf-tagging")
    with pikepdf.open(path) as pdf:
        first = _first_pages(pdf, book)
    _print(
        book, path, files, browser, first, "--generate-pdf-document-outline"
    )  # the contents say them, and take the same room
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Author"], pdf.docinfo["/Subject"] = book.author, book.about
        pdf.save(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _print(
    book: Book,
    path: Path,
    files: Mapping[str, bytes],
    browser: str,
    first_pages: Mapping[str, int],
    how: str,
) -> None:
    sheets = ("book.css", "paper.css")
    heads = f"<style>{_running_heads(book)}</style>"
    page = document(book, book.title, _body(book, first_pages), sheets, heads)
    _made(browser, page, files, path, "--print-to-pdf", "--no-pdf-header-footer", how)


def _first_pages(pdf: pikepdf.Pdf, book: Book) -> dict[str, int]:
    """Slug → the page that a chapter begins on."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    return {each.slug: numbers[pdf.Root.Dests[f"/{each.slug}"][0].objgen] for each in book.chapters}


def draw_cover(book: Book, files: Mapping[str, bytes], browser: str) -> bytes:
    """The cover as a picture: few shops and shelves show drawings."""
    body = f'<div class="front"><h1>{escape(book.title)}</h1>{book.cover}<p>{escape(book.about)}</p></div>'
    page = document(book, book.title, body, ("book.css", "cover.css"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cover.png"
        _made(browser, page, files, path, "--screenshot", f"--window-size={COVER_SIZE}")
        return path.read_bytes()


def _made(
    browser: str, page: str, files: Mapping[str, bytes], path: Path, verb: str, *arguments: str
) -> None:
    """Let the browser open a page among its files, and make one file of it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        (folder / "page.xhtml").write_text(page, encoding="utf-8")
        made = folder / path.name
        profile = f"--user-data-dir={folder / 'profile'}"
        command = [browser, *QUIET, profile, *arguments, f"{verb}={made}", (folder / "page.xhtml").as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode or not made.exists():
            raise BrowserFailed(f"{browser} made no {path.name}:\n{done.stderr}")
        shutil.copy(made, path)


def _body(book: Book, first_pages: Mapping[str, int]) -> str:
    chapters = "".join(each.xhtml for each in book.chapters)
    inside = re.sub(r'href="[\w-]+\.xhtml#', 'href="#', chapters)
    cover = f'<div class="cover"><img src="cover.png" alt="{escape(book.title)}"/></div>'
    return f"{cover}{title_page(book)}{_contents(book, first_pages)}{inside}"


def _contents(book: Book, first_pages: Mapping[str, int]) -> str:
    entries = []
    for part, chapters in book.parts():
        if part:
            entries.append(f'<li class="part">{escape(part)}</li>')
        entries += (_line(each, first_pages.get(each.slug, 0)) for each in chapters)
    return f'<nav class="contents" id="contents"><h1>Contents</h1><ol>{"".join(entries)}</ol></nav>'


def _line(chapter: Chapter, page: int) -> str:
    return f'<li><a href="#{chapter.slug}" data-page="{page}">{escape(chapter.title)}</a></li>'


def _running_heads(book: Book) -> str:
    """Each chapter's title above its pages: named pages can do that without a script."""
    return "".join(
        f'#{each.slug} {{ page: {each.slug} }} @page {each.slug} {{ @top-left {{ content: "{_quoted(each.title)}" }} }}'
        for each in book.chapters
    )


def _quoted(title: str) -> str:
    return escape(title, quote=False).replace("\\", "").replace('"', r"\"")
