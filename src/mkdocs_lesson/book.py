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
from mkdocs_lesson.glossary import Glossary, load_glossary
from mkdocs_lesson.marked_yaml import Marked
from mkdocs_lesson.page import Page, parse_page
from mkdocs_lesson.podcast.record import read_record
from mkdocs_lesson.podcast.script import SETTINGS, Podcast, load_podcast
from mkdocs_lesson.program import Program, programs
from mkdocs_lesson.questions import Misconception
from mkdocs_lesson.quiz import Quiz, load_misconceptions, load_quiz, read_text
from mkdocs_lesson.readable import demand_readable
from mkdocs_lesson.sources import Library, load_library
from mkdocs_lesson.terms import Form, forms

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
    glossary: Glossary = field(default_factory=Glossary)
    library: Library = field(default_factory=Library)
    library_places: Marked | None = None
    podcast: Podcast | None = None
    faults: list[Fault] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    """Full id → the HTML of a question, once it was rendered: pages, the review and embeds show the same."""
    unreadable: set[str] = field(default_factory=set)
    """Slugs of quiz files with faults, names of such programs, and `sources`: nothing more is said of what names them."""

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

    @cached_property
    def forms(self) -> dict[str, list[Form]]:
        """The words of the glossary as pages write them."""
        return forms(self.glossary.terms)

    def page_at(self, path: Path) -> Page:
        """The page that a Markdown file holds."""
        return parse_page(path, read_text(path))


def open_book(root: Path) -> Book:
    """Read the book under `root`."""
    book = Book(root)
    for name, program in programs(root).items():
        _take(book, program, lambda name=name, program=program: book.programs.update({name: program}))
    for name, exercise in exercises(root).items():
        _take(
            book,
            exercise.program,
            lambda name=name, exercise=exercise: book.exercises.update({name: exercise}),
        )
    for path in sorted((root / "docs").rglob("*.md")):
        _gather(book, lambda path=path: book.pages.update({path.stem: book.page_at(path)}))
    book.programs |= continued(book.pages.values(), book.programs)
    for path in sorted((root / "quizzes").glob("*.yml")):
        if path.stem == REGISTRY:
            _gather(book, lambda path=path: book.misconceptions.update(load_misconceptions(path)))
        elif not _gather(book, lambda path=path: book.quizzes.update({path.stem: load_quiz(path)})):
            book.unreadable.add(path.stem)
    _gather(book, lambda: _read_contents(book))
    _gather(book, lambda: _read_glossary(book))
    if not _gather(book, lambda: _read_library(book)):
        book.unreadable.add("sources")
    _gather(book, lambda: _read_podcast(book))
    return book


def _take(book: Book, program: Program, keep) -> None:
    """Keep a program whose files can all be read."""
    if _gather(book, lambda: demand_readable(program)):
        keep()
    else:
        book.unreadable.add(program.name)


def _read_contents(book: Book) -> None:
    if (path := book.docs / "contents.yml").is_file():
        book.contents = load_contents(path)


def _read_glossary(book: Book) -> None:
    if (path := book.docs / "glossary.yml").is_file():
        book.glossary = load_glossary(path)


def _read_library(book: Book) -> None:
    if (path := book.docs / "sources.yml").is_file():
        book.library, book.library_places = load_library(path)


def _read_podcast(book: Book) -> None:
    if (folder := book.root / "podcast").joinpath(SETTINGS).is_file():
        podcast = load_podcast(folder)
        for episode in podcast.episodes.values():
            read_record(episode.beside(".json"))
        book.podcast = podcast


def _gather(book: Book, read) -> bool:
    """Call `read`; keep its faults for the report. True when there were none."""
    try:
        read()
    except LessonError as error:
        book.faults += error.faults
        return False
    return True
