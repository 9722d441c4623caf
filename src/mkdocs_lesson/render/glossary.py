"""The words of the book come in; their list goes out, letter by letter, as `<lesson-glossary>`."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby

from mkdocs_lesson.book import Book
from mkdocs_lesson.glossary import Term
from mkdocs_lesson.page import Page, titles
from mkdocs_lesson.render.text import inline


class GlossaryList:
    """Renders the glossary. `link` gives the address of a page."""

    def __init__(self, book: Book, link: Callable[[Page], str]):
        self.book, self.link = book, link
        self.planned = {chapter.slug: chapter.title for chapter in book.contents.chapters}
        explain = {term.slug for term in book.glossary.terms} & book.pages.keys()
        self.titles = {slug: titles(book.pages[slug].body) for slug in explain}

    def render(self) -> str:
        letters = [(letter, list(terms)) for letter, terms in groupby(self.book.glossary.terms, _letter)]
        jumps = "".join(f'<li><a href="#letter-{each.lower()}">{each}</a></li>' for each, _ in letters)
        parts = "".join(self._part(letter, terms) for letter, terms in letters)
        return (
            f'<lesson-glossary><nav class="letters" aria-label="Letters"><ul>{jumps}</ul></nav>'
            f"{parts}</lesson-glossary>"
        )

    def _part(self, letter: str, terms: list[Term]) -> str:
        return (
            f'<section class="letter"><h2 id="letter-{letter.lower()}">{letter}</h2>'
            f"{''.join(map(self._entry, terms))}</section>"
        )

    def _entry(self, term: Term) -> str:
        formula = f'<p class="of">{inline(term.formula)}</p>' if term.formula else ""
        about = "\u00a0· ".join(self._about(term))
        return (
            f'<div class="word"><h3 id="{term.id}">{escape(term.term)}</h3>'
            f'<p>{escape(term.means)}</p>{formula}<p class="about">{about}</p></div>'
        )

    def _about(self, term: Term) -> list[str]:
        """Other words for it, where it is explained first, and its card."""
        about = [f"Also {escape(', '.join(term.also))}"] if term.also else []
        if page := self.book.pages.get(term.slug):
            place, heading = escape(page.title), inline(self.titles[term.slug][term.anchor])
            if heading != place:
                place += f", “{heading}”"
            about.append(f'First in <a href="{self.link(page)}#{term.anchor}">{place}</a>')
        else:
            about.append(f"First in {escape(self.planned[term.slug])} (coming)")
        if term.card:
            home = self.link(self.book.pages[term.card.partition("/")[0]])
            about.append(f'<a href="{home}#{term.card}">Card</a>')
        return about


def _letter(term: Term) -> str:
    return term.term[0].upper()
