"""A question or a card comes in; the lines of the file that an author wrote for it go out."""

from __future__ import annotations

from textwrap import dedent

from mkdocs_lesson.quiz import Quiz, read_text


def written(quiz: Quiz, name: str) -> str:
    """The YAML of the entry with that id, as it stands in the file."""
    marked = quiz.marked
    starts = {line for steps, (line, _) in marked.values.items() if len(steps) == 2}
    starts |= {line for steps, (line, _) in marked.keys.items() if len(steps) == 1}
    first = marked.place(quiz.place(name))[0]
    lines = read_text(marked.path).splitlines()
    last = min((line for line in starts if line > first), default=len(lines) + 1)
    return dedent("\n".join(lines[first - 1 : last - 1])).strip() + "\n"
