"""Sources come in; BibTeX, which every manager of references reads, goes out."""

from __future__ import annotations

import re

from mkdocs_lesson.sources import OTHERS, Library, Source


def bibtex(library: Library) -> str:
    """All sources, in the order of their keys."""
    return "\n\n".join(_entry(key, source) for key, source in sorted(library.sources.items())) + "\n"


def _entry(key: str, source: Source) -> str:
    kind, venue = _kind(source)
    place = source.place
    fields = {
        "author": _authors(source.by),
        "title": f"{{{_plain(source.title)}}}",  # a second pair of braces keeps the capitals
        venue: _plain(source.venue or ""),
        "year": source.year,
        "volume": place.get("volume"),
        "number": place.get("issue"),
        "pages": (place.get("pages") or "").replace("–", "--"),
        "doi": source.doi,
        "eprint": source.arxiv,
        "archiveprefix": "arXiv" if source.arxiv else None,
        "url": source.url,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}"


def _kind(source: Source) -> tuple[str, str]:
    """BibTeX's kind, and the name that it gives to where a source appeared."""
    if source.kind == "book":
        return "book", "publisher"
    if source.kind != "paper" or not source.venue:
        return "misc", "howpublished"
    return ("article", "journal") if source.place.get("volume") else ("inproceedings", "booktitle")


def _authors(by: str) -> str:
    """Persons are `Family, Initials`; what has no comma is a name that must not be taken apart."""
    names = by.removesuffix(OTHERS).split("; ") + ["others"] * by.endswith(OTHERS)
    return " and ".join(name if "," in name or name == "others" else f"{{{_plain(name)}}}" for name in names)


def _plain(text: str) -> str:
    return re.sub(r"([&%#_$])", r"\\\1", text)
