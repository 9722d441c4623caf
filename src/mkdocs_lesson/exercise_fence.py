"""An exercise fence comes in; the exercise that it shows and its hints go out, or faults."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_lesson.book import Book
from mkdocs_lesson.exercise import PREFIX, Exercise
from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fences import Fence, Line, split_key
from mkdocs_lesson.page import Page


def shown_exercise(
    fence: Fence, page: Page, book: Book, fault: Callable[[Line, str], Fault]
) -> tuple[Exercise, tuple[str, ...]]:
    """The exercise that an ```exercise fence shows, and its hints."""
    prefix = f"{page.slug}/"
    own = [name.removeprefix(prefix) for name in book.exercises if name.startswith(prefix)]
    if not fence.lines:
        message = f"expected the name of an exercise, got an empty fence; {near('', own)}"
        raise LessonError([fault(Line("", fence.start, len(fence.indent) + 1), message)])
    name, keys = fence.lines[0], fence.lines[1:]
    exercise = book.exercises.get(prefix + name.text)
    if exercise is None:
        if f"{prefix}{PREFIX}{name.text}" in book.unreadable:
            raise LessonError([])  # its own faults are reported
        message = f"there is no exercise `{name.text}` (snippets/{prefix}exercise-{name.text}.py); {near(name.text, own)}"
        raise LessonError([fault(name, message)])
    pairs = [(line, split_key(line) or ("", "")) for line in keys]
    wrong = [line for line, (key, value) in pairs if key != "hint" or not value]
    faults = [fault(ln, f"expected `hint: some words`, got `{ln.text}`") for ln in wrong]
    if faults or (faults := list(exercise.faults())):
        raise LessonError(faults)
    return exercise, tuple(value for _, (_, value) in pairs)
