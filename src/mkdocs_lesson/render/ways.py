"""A page with questions and cards comes in; `<lesson-ways>` goes out: what there is to do, how long
each takes to read, and where to go on. With script it also shows how much of it the reader knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from mkdocs_lesson.book import Book
from mkdocs_lesson.page import Page, minutes, words
from mkdocs_lesson.podcast.check import recorded
from mkdocs_lesson.quiz import Quiz
from mkdocs_lesson.render.text import attributes, counted

READ = {"ask", "text", "left", "right", "explain", "front", "back"}
"""What everybody reads of a question or a card; reasons and hints are for some."""


def render_ways(quiz: Quiz, book: Book, link: Callable[[Page], str]) -> str:
    """Return the list of ways on, and what the script needs to know."""
    chapters = [book.pages[each.slug] for each in book.contents.chapters if each.slug in book.pages]
    plan, time = book.pages.get("contents"), sum(each.minutes for each in chapters)
    aloud = recorded(book)[:1] if "podcast" in book.pages else []
    essay = [book.pages["article"]] if "article" in book.pages else []
    written = f"{len(chapters)} of {len(book.contents.chapters)}, {_time(time)} to read"
    ways = [
        ("#questions", counted(len(quiz.questions), "question"), _minutes(quiz.questions.values())),
        ("#cards", counted(len(quiz.cards), "card"), _minutes(quiz.cards.values())),
        *((link(book.pages["podcast"]), "Podcast", _time(round(e.record.seconds / 60))) for e in aloud),
        *((link(each), "In depth", f"{_time(each.minutes)} to read") for each in essay),
        *((link(each), "Chapter 1", f"{_time(each.minutes)} to read") for each in chapters[:1]),
        *([(link(plan), "All chapters", written)] if plan else []),
    ]
    items = "".join(
        f'<li><a href="{escape(address)}">{name} <small>{more}</small></a></li>'
        for address, name, more in ways
    )
    about = attributes(data_cards=" ".join(f"{quiz.slug}/{name}" for name in quiz.cards))
    return (
        f'<lesson-ways{about}><nav class="ways-on" aria-label="Ways on"><ul>{items}</ul></nav></lesson-ways>'
    )


def _minutes(entries: Iterable) -> str:
    found = (words(text) for entry in entries for steps, text in entry.texts if READ.intersection(steps))
    return _time(minutes(sum(found)))


def _time(time: int) -> str:
    return counted(time, "minute") if time < 60 else counted(round(time / 60), "hour")
