"""The plan of the book comes in; the tree of its chapters goes out, as `<lesson-contents>`: the
drawing, and the list that says the same in words.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mkdocs_lesson.book import Book
from mkdocs_lesson.contents import Part, Planned
from mkdocs_lesson.effort import RULE, effort, span
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.text import attributes, counted
from mkdocs_lesson.render.tree import render_tree

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
STATES = {
    "new": "<b>new</b>: you have answered nothing in it yet",
    "started": "<b>begun</b>: you have answered something",
    "due": "<b>due</b>: something of it comes back today",
    "known": "<b>known</b>: each question was right at the last try, each card is kept, and nothing is due",
    "coming": "<b>coming</b>: still being written",
}
"""What the script may find out about a chapter, and the mark that stands for it."""


class ContentsList:
    """Renders the plan. `link` gives the address of a page."""

    def __init__(self, book: Book, link: Callable[[Page], str]):
        self.book, self.link = book, link
        self.chapters = book.contents.chapters
        self.numbers = book.contents.numbers
        self.minutes = {
            each.slug: effort(book.pages[each.slug], book)
            for each in self.chapters
            if each.slug in book.pages
        }

    def render(self) -> str:
        parts = "".join(map(self._part, ROMAN, self.book.contents.parts))
        titles = {each.slug: self.title(each) for each in self.chapters}
        tree = render_tree(self.book.contents, titles, self._address)
        return (
            f'<lesson-contents><figure class="tree" aria-label="The tree of the chapters">{tree}<figcaption>{self._caption()}</figcaption></figure>'
            f'<div class="parts">{parts}</div></lesson-contents>'
        )

    def _caption(self) -> str:
        states = "".join(
            f'<li data-state="{name}"><span class="number"></span><span>{words}</span></li>'
            for name, words in STATES.items()
        )
        return (
            "<p>Read it from the top. Point at a chapter, or go to it with Tab: full lines lead up to all that "
            "it needs, dashed ones down to all that it opens. What follows from other lines has none of its own.</p>"
            f'<ul class="states">{states}</ul><p>{RULE}</p>'
        )

    def _address(self, slug: str) -> str | None:
        page = self.book.pages.get(slug)
        return self.link(page) if page else None

    def title(self, chapter: Planned) -> str:
        page = self.book.pages.get(chapter.slug)
        return page.front_matter().title if page else chapter.title

    def _part(self, numeral: str, part: Part) -> str:
        items = "".join(map(self._chapter, part.chapters))
        return (
            f'<details class="part" open><summary><h2 id="part-{numeral.lower()}">'
            f'<span class="numeral">{numeral}</span> {escape(part.title)}</h2> '
            f'<small>{self._extent(part)}</small></summary><ol start="{self.numbers[part.chapters[0].slug]}">'
            f"{items}</ol></details>"
        )

    def _extent(self, part: Part) -> str:
        """How much of a part is there, and how long it takes."""
        found = [self.minutes[each.slug] for each in part.chapters if each.slug in self.minutes]
        extent = counted(len(part.chapters), "chapter")
        if not found:
            return f"{extent}, coming"
        written = f", {len(found)} written" if len(found) < len(part.chapters) else ""
        return f"{extent}{written} · {span(sum(found))}"

    def _chapter(self, chapter: Planned) -> str:
        slug, page = chapter.slug, self.book.pages.get(chapter.slug)
        quiz = self.book.quizzes.get(slug)
        opening = attributes(
            id=slug,
            class_=None if page else "coming",
            data_needs=" ".join(chapter.needs) or None,
            data_minutes=self.minutes.get(slug),
            data_questions=len(quiz.questions) if quiz else None,
            data_cards=len(quiz.cards) if quiz else None,
        )
        title, gist = escape(self.title(chapter)), ""
        if page:
            title = f'<a href="{self.link(page)}">{title}</a>'
            gist = f'<p class="gist">{escape(page.front_matter().summary)}</p>'
        return (
            f'<li{opening}><span class="number">{self.numbers[slug]}</span>'
            f'<p class="title">{title}</p><p class="asks">{escape(chapter.asks)}</p>{gist}'
            f'<p class="about">{" · ".join(self._about(chapter, page))}</p></li>'
        )

    def _about(self, chapter: Planned, page: Page | None) -> list[str]:
        time = f"{span(self.minutes[chapter.slug])}, {page.minutes} to read" if page else "coming"
        opened = [each.slug for each in self.chapters if chapter.slug in each.needs]
        ways = {"builds on": chapter.needs, "opens": opened}
        return [time, *(f"{word} {self._listed(slugs)}" for word, slugs in ways.items() if slugs)]

    def _listed(self, slugs: tuple[str, ...] | list[str]) -> str:
        *first, last = (f'<a href="#{slug}">{self.numbers[slug]}</a>' for slug in slugs)
        return f"{', '.join(first)} and {last}" if first else last
