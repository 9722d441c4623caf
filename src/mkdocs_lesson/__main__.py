"""`python -m mkdocs_lesson check`, `check <file> ...`, `reading` and `new <slug>`."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import Report, check_files, check_whole
from mkdocs_lesson.faults import LessonError
from mkdocs_lesson.lint.reading import table
from mkdocs_lesson.new import start_chapter

USAGE = "usage: python -m mkdocs_lesson check [<file> ...] | reading | new <slug>"


def main(arguments: list[str]) -> int:
    """Run one verb; return the exit status."""
    match arguments:
        case ["check"] | ["reading"] if not Path("docs").is_dir():
            print("there is no docs/ here; run this in the folder of the book", file=sys.stderr)
            return 2
        case ["check"]:
            return say(check_whole(Path.cwd()))
        case ["check", *names]:
            return say(check_files(Path.cwd(), [Path(name) for name in names]))
        case ["reading"]:
            print("\n".join(table(open_book(Path.cwd()))))
            return 0
        case ["new", slug]:
            return new(slug)
    print(USAGE, file=sys.stderr)
    return 2


def say(report: Report) -> int:
    """Print what was found; advice is no reason to fail."""
    for fault in report.faults:
        print(fault)
    for fault in report.advice:
        print(f"{fault.path}:{fault.line}:{fault.column}: advice: {fault.message}")
    count = len(report.faults)
    print("no faults" if not count else f"{count} fault{'s' * (count != 1)}", file=sys.stderr)
    return bool(count)


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
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a terminal may lack a letter of the book
    sys.exit(main(sys.argv[1:]))
