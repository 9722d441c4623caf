"""A book comes in; every demo, figure and question that can stand on another site goes out.

Each gets a page of its own below `embed/`, for an `<iframe>`: `light.py` writes it, the fence
`embeds` lists the lines to copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path

from mkdocs_lesson.book import Book
from mkdocs_lesson.families import instances
from mkdocs_lesson.fences import Fence, find_fences
from mkdocs_lesson.page import Page, headings, titles
from mkdocs_lesson.questions import Cloze, Match, Numeric, Order, Output, Question, Short, TrueFalse
from mkdocs_lesson.quiz import Quiz
from mkdocs_lesson.render.demo import render_demo
from mkdocs_lesson.render.program import render_drawing
from mkdocs_lesson.render.results import render_test
from mkdocs_lesson.render.text import blocks, inline, plain
from mkdocs_lesson.resolve import Resolver
from mkdocs_lesson.searchable import searchable

FOLDER = "embed"
DEMO, FIGURE, QUIZ = "demo", "figure", "quiz"
HEIGHTS = "demo-heights.json"
"""How high each demo is at 640 pixels, beside the demos; a browser test writes it."""
USUAL_HEIGHT = 720
WHOLE_QUIZ = 640  # a quiz of many questions scrolls
LONGEST_TITLE = 90  # letters
LETTERS_A_LINE = 62  # at 640 pixels
RAW_DEMO = re.compile(r"<demo-(?P<name>[\w-]+)[^>]*>.*?</demo-(?P=name)>", re.DOTALL)
VIEW_BOX = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')

Ask = Callable[[Quiz, list[str]], list[str]]
"""Renders questions of a quiz for the page that they will stand on."""


@dataclass(frozen=True)
class Embed:
    """One thing to show elsewhere, and where in the book it stands."""

    kind: str
    name: str
    title: str
    page: Page
    anchor: str
    height: int
    make: Callable[[Ask], str]
    """Returns its HTML; what it is given renders questions."""

    @property
    def address(self) -> str:
        return f"{FOLDER}/{self.kind}/{self.name}/"


def embeds(book: Book) -> list[Embed]:
    """Everything of the book that can be shown elsewhere, page by page. Examples for authors stay at home."""
    found: dict[str, Embed] = {}
    for page in book.pages.values():
        for each in _of_page(page, book) if page.comes_back else ():
            if each.address not in found or each.name.startswith(f"{page.slug}/"):  # its own page is its home
                found[each.address] = each
    return list(found.values())


def asked(page: Page, book: Book) -> list[str]:
    """The ids of the questions that a page shows, in its order."""
    resolver = Resolver(page, book)
    fences = (fence for fence in find_fences(page.body) if fence.kind == "quiz")
    return [name for fence in fences for name in resolver.quiz(fence)[1]]


def _of_page(page: Page, book: Book) -> Iterator[Embed]:
    resolver = Resolver(page, book)
    for fence in find_fences(page.body):
        if fence.kind == "demo":
            yield _demo(fence, resolver)
        elif fence.kind == "program" and (figure := _figure(fence, resolver)):
            yield figure
    for raw in RAW_DEMO.finditer(page.body):
        make = f'<div class="wide">{raw[0]}</div>'
        yield Embed(
            DEMO, raw["name"], page.title, page, "", _height(raw["name"], book), lambda _, html=make: html
        )
    if names := asked(page, book):
        yield from _quizzes(page, book.quizzes[page.slug], names)


def _demo(fence: Fence, resolver: Resolver) -> Embed:
    name, state = resolver.demo(fence)
    page, book = resolver.page, resolver.book
    anchor, title = _above(page, fence)
    return Embed(
        DEMO, name, title, page, anchor, _height(name, book), lambda _: render_demo(name, state, book)
    )


def _height(name: str, book: Book) -> int:
    path = book.docs / "assets" / "elements" / HEIGHTS
    return _recorded(path).get(name, USUAL_HEIGHT) if path.is_file() else USUAL_HEIGHT


def _recorded(path: Path) -> dict[str, int]:
    return json.loads(path.read_text(encoding="utf-8"))


def _figure(fence: Fence, resolver: Resolver) -> Embed | None:
    """What a program draws; None for one that draws nothing here."""
    shown = resolver.program(fence)
    if not shown.caption:
        return None
    anchor, _ = _above(resolver.page, fence)
    caption, drawing = plain(inline(shown.caption)), shown.program.drawing
    make = partial(render_drawing, drawing, shown.caption, shown.alt)
    height = _drawn_height(drawing, caption)
    return Embed(FIGURE, shown.program.name, short(caption), resolver.page, anchor, height, lambda _: make())


def _drawn_height(svg: str, caption: str) -> int:
    """Drawings are as wide as a phone (21rem), captions take a line for eighty letters."""
    box = VIEW_BOX.search(svg)
    drawn = 420 * float(box[2]) / float(box[1]) if box else 320
    return ceil((drawn + 22 * ceil(len(caption) / 80) + 90) / 10) * 10


def _above(page: Page, fence: Fence) -> tuple[str, str]:
    """Anchor and words of the heading above a fence."""
    places = [index for index, _ in headings(page.body)]
    before = sum(index < fence.start for index in places)
    if not before:
        return "", page.title
    anchor = page.anchors[before - 1]
    return anchor, plain(inline(titles(page.body)[anchor]))


def _quizzes(page: Page, quiz: Quiz, names: list[str]) -> Iterator[Embed]:
    """All questions of a page as one, then each alone."""

    everything = f"Questions: {page.title}"
    yield Embed(
        QUIZ,
        quiz.slug,
        everything,
        page,
        "",
        WHOLE_QUIZ,
        lambda ask: render_test("".join(ask(quiz, names))),
    )
    for name in names:
        [(_, question), *_] = instances(quiz.questions[name])
        full_id = f"{quiz.slug}/{name}"
        make = partial(_one, quiz, name)
        yield Embed(QUIZ, full_id, short(question.ask), page, full_id, _asked_height(question), make)


def _one(quiz: Quiz, name: str, ask: Ask) -> str:
    return "".join(ask(quiz, [name]))


def _asked_height(question: Question) -> int:
    """About what a question takes before it is answered; its reasons may scroll."""
    rows = [29 * _lines(question.ask)]
    for option in getattr(question, "options", ()):
        rows.append(8 + 29 * _lines(option.text))
    match question:
        case Output():
            rows += [40 + 22 * (question.code.count("\n") + 1)]
            rows += [] if question.options else [60 + 22 * question.answer.count("\n")]
        case Order():
            rows += [54] * (len(question.lines) + len(question.decoys)) + [40]
        case Match():
            rows += [60] * len(question.pairs)
        case Cloze():
            rows += [36 * _lines(question.text)]
        case TrueFalse():
            rows += [37] * 2
        case Numeric() | Short():
            rows += [70]
    return ceil((sum(rows) + 40 * bool(question.hints) + 160) / 10) * 10


def _lines(text: str) -> int:
    return ceil(len(plain(blocks(text))) / LETTERS_A_LINE)


def short(markdown: str) -> str:
    """What a text asks, or how it begins, cut between words: to name a thing by."""
    text = plain(searchable(inline(markdown)))
    sentences = re.split(r"(?<=[.?:]) ", text)
    told = next((each for each in sentences if each.endswith("?")), sentences[0])
    if len(told) > LONGEST_TITLE:
        return told[:LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"
    return told.rstrip(".:")
