"""An exercise of the book: a program file with a task, a stub, a solution, checks and mistakes.

`snippets/<slug>/exercise-<idea>.py` runs as it stands. Its docstring is the title and the
task; its sections are `given` (optional), `stub`, `solution`, `check` and one
`mistake-<name>` for each mistake that readers are known to make. Nothing here runs anything.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs_lesson.faults import Fault
from mkdocs_lesson.program import Program

PREFIX = "exercise-"
MISTAKE = "mistake-"
NEEDED = ("stub", "solution", "check")


@dataclass(frozen=True)
class Mistake:
    """A known mistake: the diagnosis that a reader gets, and the code that makes it."""

    name: str
    diagnosis: str
    code: str


@dataclass(frozen=True)
class Exercise:
    """One exercise, read from its file."""

    program: Program

    @property
    def path(self) -> Path:
        return self.program.path

    @property
    def name(self) -> str:
        """`<slug>/exercise-<idea>`: its address, and the key of its progress."""
        return self.program.name

    @property
    def version(self) -> str:
        """Changes when an attempt at it would be judged otherwise."""
        judged = "".join(self.part(name) for name in ("given", "stub", "check"))
        return hashlib.sha256(judged.encode()).hexdigest()[:8]

    def part(self, name: str) -> str:
        """The code of a section; empty if there is none."""
        return self.program.sections.get(name, "")

    @cached_property
    def docstring(self) -> str:
        try:
            return ast.get_docstring(ast.parse(self.program.text)) or ""
        except SyntaxError:
            return ""

    @property
    def title(self) -> str:
        return self.docstring.partition("\n")[0].removesuffix(".")

    @property
    def task(self) -> str:
        """What the reader is asked to do, in Markdown."""
        return self.docstring.partition("\n")[2].strip()

    @cached_property
    def mistakes(self) -> list[Mistake]:
        found = ((n, text) for n, text in self.program.sections.items() if n.startswith(MISTAKE))
        return [Mistake(name.removeprefix(MISTAKE), *_split(text)) for name, text in found]

    def faults(self) -> Iterator[Fault]:
        """What its file lacks."""
        for line, name in self.program.unclosed():
            yield self._fault(line, f"the section `{name}` needs one `[start:{name}]` and one `[end:{name}]`")
        if not (self.title and self.task):
            yield self._fault(1, "begin with a docstring: a title, an empty line, and the task")
        for name in NEEDED:
            if not self.part(name).strip():
                yield self._fault(1, f"there is no section `{name}`; mark it `# --8<-- [start:{name}]`")
        if not self.mistakes:
            yield self._fault(1, f"there is no known mistake; add a section `{MISTAKE}<name>`")
        for mistake in self.mistakes:
            if not (mistake.diagnosis and mistake.code.strip()):
                message = f"`{MISTAKE}{mistake.name}` begins with the diagnosis as a comment, then comes code"
                yield self._fault(1, message)

    def _fault(self, line: int, message: str) -> Fault:
        return Fault(self.path, line, 1, message)


def _split(section: str) -> tuple[str, str]:
    """(the comment that a section begins with, the code after it)."""
    lines = section.splitlines()
    count = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    diagnosis = " ".join(line.lstrip("# ").strip() for line in lines[:count])
    return diagnosis, "\n".join(lines[count:]).strip("\n") + "\n"


def exercises(root: Path) -> dict[str, Exercise]:
    """Every exercise under `snippets/`, by `<slug>/<idea>`: how a fence names it."""
    paths = sorted((root / "snippets").glob(f"*/{PREFIX}*.py"))
    return {f"{p.parent.name}/{p.stem.removeprefix(PREFIX)}": Exercise(Program(p)) for p in paths}
