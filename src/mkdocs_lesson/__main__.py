"""`python -m mkdocs_lesson check` and `python -m mkdocs_lesson new <slug>`."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs_lesson.check import check_book
from mkdocs_lesson.faults import LessonError
from mkdocs_lesson.new import start_chapter

USAGE = "usage: python -m mkdocs_lesson check | new <slug>"


def main(arguments: list[str]) -> int:
    """Run one verb; return the exit status."""
    match arguments:
        case ["check"]:
            faults = check_book(Path.cwd())
            print("\n".join(map(str, faults)) or "no faults")
            return bool(faults)
        case ["new", slug]:
            return new(slug)
    print(USAGE, file=sys.stderr)
    return 2


def new(slug: str) -> int:
    """Start a chapter and say what is left to do."""
    try:
        paths = start_chapter(Path.cwd(), slug)
    except LessonError as error:
        print(error, file=sys.stderr)
        return 1
    for path in paths:
        print(path.relative_to(Path.cwd()))
    print(f"Now add `chapters/{slug}.md` to the nav of mkdocs.yml, write, and run `make snippets`.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
