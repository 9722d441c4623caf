"""The plan of the book comes in; the list of its chapters goes out, as `<lesson-contents>`."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mkdocs_lesson.book import Book
from mkdocs_lesson.contents import Part, Planned
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.text import attributes

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


class ContentsList:
    """Renders the plan. `link` gives the address of a page."""

    def __init__(self, book: Book, link: Callable[[Page], str]):
        self.book, self.link = book, link
        self.numbers = book.contents.numbers

    def render(self) -> str:
        parts = "".join(map(self._part, ROMAN, self.book.contents.parts))
        return f"<lesson-contents>{parts}</lesson-contents>"

    def _part(self, numeral: str, part: Part) -> str:
        start = self.numbers[part.chapters[0].slug]
        items = "".join(map(self._chapter, part.chapters))
        return (
            f'<details class="part" open><summary><h2 id="part-{numeral.lower()}">'
            f'<span class="numeral">{numeral}</span> {escape(part.title)}</h2></summary>'
            f'<ol start="{start}">{items}</ol></details>'
        )

    def _chapter(self, chapter: Planned) -> str:
        page, quiz = self.book.pages.get(chapter.slug), self.book.quizzes.get(chapter.slug)
        opening = attributes(
            id=chapter.slug,
            class_="coming" if page is None else None,
            data_needs=" ".join(chapter.needs) or None,
            data_cards=len(quiz.cards) if quiz else None,
        )
        title = escape(chapter.title)
        if page is not None:
            title = f'<a href="{self.link(page)}">{escape(page.front_matter().title)}</a>'
        return (
            f'<li{opening}><span class="number">{self.numbers[chapter.slug]}</span>'
            f'<p class="title">{title}</p><p class="asks">{escape(chapter.asks)}</p>'
            f'<p class="about">{" · ".join(self._about(chapter, page))}</p></li>'
        )

    def _about(self, chapter: Planned, page: Page | None) -> list[str]:
        about = [f"{page.minutes} minutes" if page else "coming"]
        if chapter.needs:
            links = [f'<a href="#{slug}">{self.numbers[slug]}</a>' for slug in chapter.needs]
            about.append(f"builds on {_listed(links)}")
        return about


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
