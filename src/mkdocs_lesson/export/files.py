"""A book comes in; the files that readers and teachers take along go out."""

from __future__ import annotations

import json

from mkdocs_lesson.book import Book
from mkdocs_lesson.export.anki import anki
from mkdocs_lesson.export.bank import bank
from mkdocs_lesson.export.bibtex import bibtex
from mkdocs_lesson.export.dates import changed
from mkdocs_lesson.export.gift import gift
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.tables import tsv
from mkdocs_lesson.quiz import schema

FOLDER = "exports"


def exports(book: Book, name: str, site: str) -> dict[str, bytes]:
    """Path within the site → content, for every quiz file of the book, and its sources."""
    made = {f"{FOLDER}/quiz.schema.json": json.dumps(schema(), indent=1).encode()}
    if book.library.groups:
        made[f"{FOLDER}/sources.bib"] = bibtex(book.library).encode()
    for pack in packs(book, name, site):
        start = f"{FOLDER}/{pack.quiz.slug}"
        made[f"{start}.apkg"] = anki([pack])
        made |= {f"{start}.{end}": write(pack).encode() for end, write in TEXTS.items()}
    return made


TEXTS = {"gift": gift, "tsv": tsv, "json": bank}


def packs(book: Book, name: str, site: str) -> list[Pack]:
    """What each quiz file of the book holds, and where it comes from."""
    times = changed(book.root, "quizzes")
    addresses = {slug: page.address(book.docs) for slug, page in book.pages.items()}
    return [
        Pack(quiz, name, book.pages[slug].title, site, addresses, times[f"{slug}.yml"])
        for slug, quiz in book.quizzes.items()
    ]
