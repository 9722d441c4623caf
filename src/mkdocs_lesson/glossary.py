"""docs/glossary.yml comes in; the words of the book go out, or what is wrong with them.

A term is the book's own word; other books say it otherwise (`also`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fields import Model, Text
from mkdocs_lesson.marked_yaml import Marked, load_yaml
from mkdocs_lesson.models import build
from mkdocs_lesson.page import Page, sections
from mkdocs_lesson.quiz import read_text

Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(#[a-z0-9]+(-[a-z0-9]+)*)?$")]
CardId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9]+(-[a-z0-9]+)*$")]
Formula = Annotated[str, StringConstraints(pattern=r"^\$[^$]+\$$")]


class Term(Model):
    """One word of the book."""

    term: Text
    means: Text
    first: Place = Field(description="The heading that explains it first; of a chapter to come, its slug.")
    also: tuple[Text, ...] = Field((), description="What other books call it.")
    formula: Formula | None = None
    card: CardId | None = None
    said: Text | None = Field(None, description="How that heading's text says it, if in other words.")
    mark: bool | tuple[Text, ...] = Field(True, description="The words that chapters mark, or false.")

    @property
    def id(self) -> str:
        """Its address on the page of the glossary."""
        return address(self.term)

    @property
    def slug(self) -> str:
        """The page that explains it."""
        return self.first.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The heading that explains it, or nothing where the page is still to come."""
        return self.first.partition("#")[2]

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever it is called."""
        return (self.term, *self.also)

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that chapters mark."""
        return self.mark if isinstance(self.mark, tuple) else (self.term,) * self.mark


class Words(Model):
    """What the file holds."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Glossary:
    """The terms in the order of their letters, and where each stands in the file."""

    terms: tuple[Term, ...] = ()
    source: Marked | None = None

    def fault(self, index: int, steps: tuple, message: str) -> Fault:
        return self.source.fault(("terms", index, *steps), message)


def address(name: str) -> str:
    """The name in small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def load_glossary(path: Path) -> Glossary:
    """Read the words of the book.

    Raises:
        LessonError: The file does not fit, is not sorted, or has a word twice.
    """
    source = load_yaml(path, read_text(path))
    glossary = Glossary(build(Words, source).terms, source)
    if faults := [*_order_faults(glossary), *_twice_faults(glossary)]:
        raise LessonError(faults)
    return glossary


def _order_faults(glossary: Glossary) -> Iterator[Fault]:
    for index, (before, term) in enumerate(pairwise(glossary.terms), start=1):
        if term.term.casefold() < before.term.casefold():
            message = f"`{term.term}` stands after `{before.term}`; sort the terms by their letters"
            yield glossary.fault(index, ("term",), message)


def _twice_faults(glossary: Glossary) -> Iterator[Fault]:
    """Words that stand for two terms, or twice for one."""
    owners: dict[str, Term] = {}
    for index, term in enumerate(glossary.terms):
        marked = [(("mark", n), name) for n, name in enumerate(term.marked) if name not in term.names]
        also = [(("also", n), name) for n, name in enumerate(term.also)]
        for steps, name in [(("term",), term.term), *also, *marked]:
            if owner := owners.get(address(name)):
                message = f"`{name}` is a word for `{owner.term}` already; remove one"
                yield glossary.fault(index, steps, message)
            owners.setdefault(address(name), term)


def glossary_faults(
    glossary: Glossary, pages: Mapping[str, Page], cards: Container[str], planned: Container[str]
) -> Iterator[Fault]:
    """Places and cards that aren't there. `cards` are full ids, `planned` the slugs of all chapters."""
    texts = {slug: sections(pages[slug].body) for slug in {t.slug for t in glossary.terms} if slug in pages}
    for index, term in enumerate(glossary.terms):
        if message := _place_problem(term, texts, {*pages}, planned):
            yield glossary.fault(index, ("first",), message)
        if term.card and term.card not in cards:
            yield glossary.fault(
                index, ("card",), f"there is no card `{term.card}`; {near(term.card, cards)}"
            )


def _place_problem(
    term: Term, texts: Mapping[str, Mapping[str, str]], pages: set[str], planned: Container[str]
) -> str | None:
    """What is wrong with the place that is said to explain a term first."""
    slug, anchor = term.slug, term.anchor
    if slug not in pages:
        if slug not in planned:
            return f"there is no page `{slug}`; {near(slug, {*pages, *planned})}"
        return f"`{slug}` is still to come; write its slug alone" if anchor else None
    if not anchor:
        return f"`{slug}` is written; name the heading that explains it, `{slug}#...`"
    if anchor not in texts[slug]:
        return f"{slug}.md has no heading `#{anchor}`; {near(anchor, texts[slug])}"
    said = (*term.names, *term.marked, *filter(None, [term.said]))
    if not any(re.search(rf"(?<!\w){re.escape(word)}", texts[slug][anchor], re.IGNORECASE) for word in said):
        return f"`{term.term}` does not occur below `#{anchor}`; name the right heading, or write in `said:` how it is said there"
    return None
