"""The book comes in; every fault in it goes out. Runs no code of the book, but for `draw_faults`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_lesson.book import Book, open_book
from mkdocs_lesson.citations import citation_faults, library_faults
from mkdocs_lesson.families import FamilyFailed, draw_all, instances
from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fences import VALUE, find_fences, find_values, plain_lines
from mkdocs_lesson.fields import DRAWN
from mkdocs_lesson.glossary import glossary_faults
from mkdocs_lesson.lint import lint_advice, lint_faults, quiz_lint
from mkdocs_lesson.marked_yaml import texts
from mkdocs_lesson.maths import MathError, find_formulas, mathml
from mkdocs_lesson.page import FrontMatter, Page
from mkdocs_lesson.podcast.check import podcast_faults
from mkdocs_lesson.quiz import NO_PROSE, REVERSE, Quiz, load_quiz
from mkdocs_lesson.resolve import Resolver

READ = {
    "docs": (".md", ".yml"),
    "quizzes": (".yml",),
    "snippets": (".py", ".out", ".svg", ".json", ".engines"),
    "podcast": (".yml", ".json"),
}
"""Folder of a book → the endings of what is read there."""


@dataclass(frozen=True)
class Report:
    """What must be mended, and what an author may want to mend."""

    faults: list[Fault]
    advice: list[Fault]


def check_whole(root: Path) -> Report:
    """Report on the book under `root`, with paths written from there."""
    book = open_book(root)
    return Report(faults_of(book), advice_of(book))


def check_files(root: Path, paths: list[Path]) -> Report:
    """Report on some files: as parts of the book under `root`, or each quiz file by itself."""
    root, paths = root.resolve(), [path.resolve() for path in paths]
    there = [path for path in paths if path.is_file()]
    inside = [path for path in there if path.is_relative_to(root) and _is_read(path.relative_to(root))]
    whole = check_whole(root) if inside else Report([], [])
    mine = {path.relative_to(root) for path in inside}
    alone = [fault.under(root) for path in paths if path not in inside for fault in _alone(path)]
    return Report(
        [*(fault for fault in whole.faults if fault.path in mine), *alone],
        [fault for fault in whole.advice if fault.path in mine],
    )


def _is_read(path: Path) -> bool:
    """True for the files that `open_book` reads."""
    return path.suffix in READ.get(path.parts[0], ())


def _alone(path: Path) -> list[Fault]:
    """The faults of a quiz file that belongs to no book: nothing it refers to is looked up."""
    if not path.is_file():
        return [Fault(path, 1, 1, "there is no such file; name one that is there")]
    if path.suffix != ".yml":
        return [Fault(path, 1, 1, f"is no quiz file, which ends in `.yml`, and none of {', '.join(READ)}")]
    try:
        quiz = load_quiz(path)
    except LessonError as error:
        return error.faults
    return sorted([*_quiz_formula_faults(quiz), *quiz_lint(quiz)])


def advice_of(book: Book) -> list[Fault]:
    """Return the advice on a book that was read, with paths written from its root."""
    return sorted({fault.under(book.root) for fault in lint_advice(book)})


def check_book(root: Path) -> list[Fault]:
    """Return every fault of the book under `root`, with paths written from there."""
    return faults_of(open_book(root))


def faults_of(book: Book) -> list[Fault]:
    """Return every fault of a book that was read, with paths written from its root."""
    faults = [*book.faults, *program_faults(book)]
    for page in book.pages.values():
        faults += page_faults(page, book)
    for quiz in book.quizzes.values():
        faults += quiz_faults(quiz, book)
    faults += _glossary_faults(book)
    faults += [*library_faults(book), *lint_faults(book), *podcast_faults(book)]
    return sorted({fault.under(book.root) for fault in faults})


def page_faults(page: Page, book: Book) -> Iterator[Fault]:
    """Faults in the front matter, the fences and the inserted values of a page."""
    if page.promises:
        try:
            yield from _needs_faults(page, page.front_matter(), book)
            yield from _notes_faults(page, page.front_matter(), book)
            if page.is_chapter:
                yield from _plan_faults(page, page.front_matter(), book)
        except LessonError as error:
            yield from error.faults
    resolver = Resolver(page, book)
    for fence in find_fences(page.body):
        if not fence.closed:
            message = f"the ```{fence.kind} fence is never closed; add ``` on a line of its own"
            yield resolver.fault(resolver.first_line(fence), message)
        else:
            yield from _faults_of(getattr(resolver, fence.kind), fence)
    for inserted in find_values(page.body):
        yield from _faults_of(resolver.value, inserted)
    yield from citation_faults(page, book)
    yield from _page_formula_faults(page)


def _faults_of(read, thing) -> list[Fault]:
    try:
        read(thing)
    except LessonError as error:
        return error.faults
    return []


def _page_formula_faults(page: Page) -> Iterator[Fault]:
    prose = dict(plain_lines(page.body))
    lines = [prose.get(index, "") for index in range(len(page.body.splitlines()))]
    text = "\n".join(VALUE.sub("1", line) for line in lines)  # numbers stand in for values
    for offset, message in _unreadable(text):
        line, column = _position(text, offset)
        yield Fault(page.path, page.first_line + line, column, message)


def _unreadable(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, message) of each formula that can't be read."""
    for offset, tex, display in find_formulas(text):
        try:
            mathml(tex, display)
        except MathError as error:
            yield offset, f"{error}; mend it, or use a command of LaTeX"


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), offset - before.rfind("\n")


def _needs_faults(page: Page, front: FrontMatter, book: Book) -> Iterator[Fault]:
    for slug in front.needs:
        if slug not in book.pages:
            message = f"`needs:` names `{slug}`, and there is no such page; {near(slug, book.pages)}"
            yield Fault(page.path, _line_of("needs:", page), 1, message)


def _notes_faults(page: Page, front: FrontMatter, book: Book) -> Iterator[Fault]:
    if front.notes and front.notes not in book.pages:
        message = (
            f"`notes:` names `{front.notes}`, and there is no such page; {near(front.notes, book.pages)}"
        )
        yield Fault(page.path, _line_of("notes:", page), 1, message)


def _line_of(key: str, page: Page) -> int:
    """The line where a key of the front matter stands; that of the first where it does not."""
    return page.front[: max(page.front.find(key), 0)].count("\n") + 2


def _plan_faults(page: Page, front: FrontMatter, book: Book) -> Iterator[Fault]:
    """A chapter stands in docs/contents.yml, and builds on what is said there."""
    planned = {chapter.slug: chapter for chapter in book.contents.chapters}
    if not planned:
        return
    if page.slug not in planned:
        remedy = near(page.slug, planned)
        yield Fault(
            page.path, 1, 1, f"docs/contents.yml has no chapter `{page.slug}`; add it there ({remedy})"
        )
        return
    needs = tuple(slug for slug in planned[page.slug].needs if slug in book.pages)
    if front.needs != needs:
        expected = f"[{', '.join(needs)}]"
        message = f"`needs:` is [{', '.join(front.needs)}], docs/contents.yml says {expected} of the chapters that are written; change one"
        yield Fault(page.path, _line_of("needs:", page), 1, message)


def program_faults(book: Book) -> Iterator[Fault]:
    """Sections that are opened and never closed, or the reverse."""
    for program in book.programs.values():
        for line, name in program.unclosed():
            yield Fault(
                program.path,
                line,
                1,
                f"the section `{name}` needs one `[start:{name}]` and, after it, one `[end:{name}]`",
            )


def _glossary_faults(book: Book) -> Iterator[Fault]:
    """What the glossary says of the book, and formulas that can't be read."""
    cards = {f"{quiz.slug}/{name}" for quiz in book.quizzes.values() for name in quiz.cards}
    yield from glossary_faults(book.glossary, book.pages, cards, book.contents.numbers)
    for index, term in enumerate(book.glossary.terms):
        for _, message in _unreadable(term.formula or ""):
            yield book.glossary.fault(index, ("formula",), message)


def quiz_faults(quiz: Quiz, book: Book) -> Iterator[Fault]:
    """References from questions and cards to headings, objectives and misconceptions."""
    page = book.pages.get(quiz.slug)
    if page is None:
        known = near(quiz.slug, book.pages)
        yield Fault(quiz.marked.path, 1, 1, f"belongs to a page `{quiz.slug}`, and there is none; {known}")
        return
    objectives = _objectives(page)
    for name, entry in [*quiz.questions.items(), *quiz.cards.items()]:
        if not name.endswith(REVERSE):
            yield from _anchor_faults(quiz, name, entry.teaches, book)
    yield from _quiz_formula_faults(quiz)
    for name, question in quiz.questions.items():
        for index, objective in enumerate(question.objectives):
            if objectives is not None and objective not in objectives:
                yield quiz.fault(
                    name,
                    ("objectives", index),
                    f"`{objective}` is no objective of {page.path.name}; {near(objective, objectives)}",
                )
        yield from _misconception_faults(quiz, name, question, book)


def draw_faults(book: Book) -> list[Fault]:
    """Families that draw nothing usable. Unlike the rest of this module, it runs their code."""
    asked = [(quiz, question) for quiz in book.quizzes.values() for question in quiz.questions.values()]
    draw_all(question for _, question in asked)
    faults = []
    for quiz, question in asked:
        try:
            instances(question)
        except FamilyFailed as error:
            faults.append(quiz.fault(question.id, *error.args).under(book.root))
    return faults


def _quiz_formula_faults(quiz: Quiz) -> Iterator[Fault]:
    for steps, value in texts(quiz.marked.data):
        if "$" in value and not NO_PROSE.intersection(steps):
            for _, message in _unreadable(DRAWN.sub("1", value)):
                yield quiz.marked.fault(steps, message)


def _objectives(page: Page) -> list[str] | None:
    try:
        return [objective.id for objective in page.front_matter().objectives]
    except LessonError:
        return None  # reported with the page


def _anchor_faults(quiz: Quiz, name: str, teaches: str, book: Book) -> Iterator[Fault]:
    slug, _, anchor = teaches.rpartition("#")
    page = book.pages.get(slug or quiz.slug)
    if page is None:
        yield quiz.fault(name, ("teaches",), f"there is no page `{slug}`; {near(slug, book.pages)}")
    elif anchor not in (known := page.anchors):
        yield quiz.fault(
            name, ("teaches",), f"{page.path.name} has no heading `#{anchor}`; {near(anchor, known)}"
        )


def _misconception_faults(quiz: Quiz, name: str, question, book: Book) -> Iterator[Fault]:
    for steps, key in question.texts:
        if steps[-1] == "misconception" and key not in book.misconceptions:
            remedy = near(key, book.misconceptions)
            yield quiz.fault(name, steps, f"misconceptions.yml has no `{key}`; {remedy}")
