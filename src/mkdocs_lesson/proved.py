"""A page comes in; what the tests prove of it goes out, as lines for its reader.

Nothing is run: the numbers are counted in the records and in the quiz file, and the tests hold
both to what programs print and compute.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from mkdocs_lesson.book import Book
from mkdocs_lesson.fences import find_fences, find_values
from mkdocs_lesson.flips import flips
from mkdocs_lesson.marked_yaml import load_yaml
from mkdocs_lesson.page import Page
from mkdocs_lesson.program import Program
from mkdocs_lesson.render.text import counted
from mkdocs_lesson.resolve import Resolver, ShownProgram

IN_THE_PAGE = {"python": "Python", "numpy": "NumPy"}


def shown_programs(page: Page, book: Book) -> list[Program]:
    """The programs that a page shows, each once, in order."""
    return list(dict.fromkeys(p for shown in _shown(page, book) for p in shown.programs))


def runnable_programs(page: Page, book: Book) -> list[Program]:
    """Those of them that come with their code, so that a reader can run them there."""
    return list(dict.fromkeys(p for shown in _shown(page, book) if shown.with_code for p in shown.programs))


def _shown(page: Page, book: Book) -> Iterator[ShownProgram]:
    resolver = Resolver(page, book)
    return (resolver.program(fence) for fence in find_fences(page.body) if fence.kind == "program")


def proofs(page: Page, book: Book) -> list[str]:
    """One line for each kind of thing that is proved; none for a page without programs."""
    programs = runnable_programs(page, book)
    if not programs:
        return []
    numbers = sum(1 for _ in find_values(page.body))
    lines = [_printed(programs, book.docs), *_on_both(programs)]
    if numbers:
        lines.append(f"{counted(numbers, 'number')} in the text: inserted from what these programs computed.")
    return lines + _keys(page, book) + _exercises(page, book)


def _printed(programs: list[Program], docs: Path) -> str:
    printed = sum(len(program.output.splitlines()) for program in programs)
    drawn = sum(bool(program.drawing) for program in programs)
    figures = f" and {counted(drawn, 'figure')}" if drawn else ""
    return (
        f"{counted(len(programs), 'program')}, {counted(printed, 'printed line')}{figures}: the same natively "
        f"(NumPy {version('numpy')}) and in the page ({_in_the_page(docs)})."
    )


def _in_the_page(docs: Path) -> str:
    path = docs / "assets" / "vendor" / "manifest.json"
    if not path.exists():
        return "its own Python"
    packages = load_yaml(path, path.read_text(encoding="utf-8")).data  # JSON is YAML
    return ", ".join(f"{name} {packages[key]['version']}" for key, name in IN_THE_PAGE.items())


def _on_both(programs: list[Program]) -> list[str]:
    found = [program.engines for program in programs if program.engines]
    if not found:
        return []
    versions = " and ".join(
        f"{name} {', '.join(sorted({each[key] for each in found}))}"
        for key, name in {"plainnet": "plainnet", "torch": "PyTorch"}.items()
    )
    return [f"{counted(len(found), 'PyTorch program')}: the same on {versions}."]


def _keys(page: Page, book: Book) -> list[str]:
    quiz = book.quizzes.get(page.slug)
    if not quiz or not quiz.questions:
        return []
    checked = [question for question in quiz.questions.values() if not question.unchecked]
    wrong = sum(1 for question in checked if not question.family for _ in flips(question))
    return [
        f"{len(checked)} of {counted(len(quiz.questions), 'answer key')}: computed by code, "
        f"which refutes {counted(wrong, 'wrong key')} as well."
    ]


def _exercises(page: Page, book: Book) -> list[str]:
    found = [e for name, e in book.exercises.items() if name.startswith(f"{page.slug}/")]
    if not found:
        return []
    mistakes = sum(len(exercise.mistakes) for exercise in found)
    return [
        f"{counted(len(found), 'exercise')}: the stub fails with a message, the solution passes, and "
        f"{counted(mistakes, 'known mistake')} {'gets' if mistakes == 1 else 'get'} the right diagnosis."
    ]
