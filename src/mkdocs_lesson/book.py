"""The folder of a book comes in; its pages, quizzes and programs go out, and their faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs_lesson.api import Api, read_api
from mkdocs_lesson.contents import Contents, load_contents
from mkdocs_lesson.continued import continued
from mkdocs_lesson.docstring import read_examples
from mkdocs_lesson.exercise import Exercise, exercises
from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.fences import find_fences, shown_name
from mkdocs_lesson.page import Page, parse_page
from mkdocs_lesson.program import Program, programs
from mkdocs_lesson.questions import Misconception
from mkdocs_lesson.quiz import Quiz, load_misconceptions, load_quiz, read_text

REGISTRY = "misconceptions"
PACKAGE = "plainnet"


@dataclass
class Book:
    """Everything that authors wrote, read once. What can't be read is in `faults`."""

    root: Path
    pages: dict[str, Page] = field(default_factory=dict)
    quizzes: dict[str, Quiz] = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    misconceptions: dict[str, Misconception] = field(default_factory=dict)
    contents: Contents = field(default_factory=Contents)
    faults: list[Fault] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    """Slugs of quiz files with faults: nothing more is said of fences that name them."""

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @cached_property
    def api(self) -> Api:
        """The names of the package that the book explains."""
        return read_api(self.root / "src" / PACKAGE)

    @cached_property
    def examples(self) -> dict[str, str]:
        """Public name → example, where its docstring has none."""
        return read_examples(self.root / "snippets" / "reference")

    @cached_property
    def places(self) -> dict[str, Page]:
        """Public name → the reference page that describes it."""
        fences = ((page, fence) for page in self.pages.values() for fence in find_fences(page.body))
        shown = ((page, line) for page, fence in fences if fence.kind == "reference" for line in fence.lines)
        return {shown_name(line)[1]: page for page, line in shown}

    def page_at(self, path: Path) -> Page:
        """The page that a Markdown file holds."""
        return parse_page(path, read_text(path))


def open_book(root: Path) -> Book:
    """Read the book under `root`."""
    book = Book(root, programs=programs(root), exercises=exercises(root))
    for path in sorted((root / "docs").rglob("*.md")):
        _gather(book, lambda path=path: book.pages.update({path.stem: book.page_at(path)}))
    book.programs |= continued(book.pages.values(), book.programs)
    for path in sorted((root / "quizzes").glob("*.yml")):
        if path.stem == REGISTRY:
            _gather(book, lambda path=path: book.misconceptions.update(load_misconceptions(path)))
        elif not _gather(book, lambda path=path: book.quizzes.update({path.stem: load_quiz(path)})):
            book.unreadable.add(path.stem)
    _gather(book, lambda: _read_contents(book))
    return book


def _read_contents(book: Book) -> None:
    if (path := book.docs / "contents.yml").is_file():
        book.contents = load_contents(path)


def _gather(book: Book, read) -> bool:
    """Call `read`; keep its faults for the report. True when there were none."""
    try:
        read()
    except LessonError as error:
        book.faults += error.faults
        return False
    return True
