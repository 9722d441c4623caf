"""A file beside a page comes in; why it can't be read goes out: no UTF-8, or a record that is no JSON."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.program import Program
from mkdocs_lesson.quiz import read_text

TEXTS, RECORDS = ("out", "svg"), ("json", "engines")


def demand_readable(program: Program) -> None:
    """Read what a program is, and what it left behind when it ran.

    Raises:
        LessonError: One of its files can't be read; all of them at once.
    """
    faults: list[Fault] = []
    for path in (program.path, *map(program.record, (*TEXTS, *RECORDS))):
        try:
            if path.is_file() or path == program.path:
                demand_record(path, "make snippets") if path.suffix[1:] in RECORDS else read_text(path)
        except LessonError as error:
            faults += error.faults
    if faults:
        raise LessonError(faults)


def demand_record(path: Path, remedy: str) -> dict:
    """The content of a record, which is a mapping in JSON.

    Raises:
        LessonError: It is something else.
    """
    try:
        content = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        message = f"cannot be read as JSON: {error.msg}; remove the file and run `{remedy}`"
        raise LessonError([Fault(path, error.lineno, error.colno, message)]) from None
    if not isinstance(content, dict):
        message = f"expected a record, `{{...}}`, got {content!r:.40}; remove the file and run `{remedy}`"
        raise LessonError([Fault(path, 1, 1, message)])
    return content
