"""One page's questions and cards as every writer wants them: in order, with their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_lesson.families import instances
from mkdocs_lesson.questions import Card, Question
from mkdocs_lesson.quiz import Quiz


@dataclass(frozen=True)
class Pack:
    """A quiz file and what a file made from it says of where it comes from.

    Attributes:
        quiz: The questions and cards.
        book: The name of the site.
        title: The title of the page.
        site: The address of the site, with a slash at its end; empty where there is none.
        addresses: Slug → address of that page within the site.
        changed: When the content last changed, in seconds since 1970.
    """

    quiz: Quiz
    book: str
    title: str
    site: str
    addresses: dict[str, str]
    changed: int

    def entries(self) -> Iterator[tuple[str, Question | Card]]:
        """(full id, entry) of the cards and then the questions."""
        for name, card in self.quiz.cards.items():
            yield f"{self.quiz.slug}/{name}", card
        yield from self.questions()

    def questions(self) -> Iterator[tuple[str, Question]]:
        """(full id, question); one with a family is its first draw."""
        for name, question in self.quiz.questions.items():
            yield f"{self.quiz.slug}/{name}", instances(question)[0][1]

    def teaches(self, entry: Question | Card) -> str:
        """The address of the sentence that teaches an entry; empty without a site."""
        slug, _, anchor = entry.teaches.rpartition("#")
        return f"{self.site}{self.addresses[slug or self.quiz.slug]}#{anchor}" if self.site else ""
