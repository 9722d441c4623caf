"""A fence and the book come in; what the fence means goes out, or its faults.

The same functions serve the checker, which wants the faults, and the renderer, which
wants the meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_lesson.api import Thing
from mkdocs_lesson.book import Book
from mkdocs_lesson.continued import KEY, continued_fault, full_name
from mkdocs_lesson.exercise import Exercise
from mkdocs_lesson.exercise_fence import shown_exercise
from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fences import Fence, Inserted, Line, shown_name, split_key
from mkdocs_lesson.page import Page
from mkdocs_lesson.podcast.check import Recorded, shown_episode
from mkdocs_lesson.program import Program, shown
from mkdocs_lesson.quiz import Quiz
from mkdocs_lesson.resolve_book import BookResolver

FLAGS = ("predict", "code", "output")
PROGRAM_KEYS = (*FLAGS, "tabs", KEY, "figure", "alt")


@dataclass(frozen=True)
class ShownProgram:
    """A program as one place of a page shows it."""

    program: Program
    section: str | None
    predict: bool
    with_code: bool
    output: bool
    caption: str | None
    alt: str | None
    tabs: tuple[Program, ...] = ()
    """The same in other libraries, beside it."""

    @property
    def programs(self) -> tuple[Program, ...]:
        return (self.program, *self.tabs)

    @property
    def code(self) -> str:
        return self.program.sections[self.section] if self.section else self.program.source


class Resolver(BookResolver):
    """Says what the fences of one page mean. It remembers which questions and programs were shown."""

    def __init__(self, page: Page, book: Book):
        super().__init__(page, book)
        self.asked: set[str] = set()
        self.ran: set[str] = set()

    # --- programs ---------------------------------------------------------------------

    def program(self, fence: Fence) -> ShownProgram:
        """What a ```program fence shows."""
        if not fence.lines:
            message = f"expected the name of a program, got an empty fence; {near('', self.own_programs())}"
            raise LessonError([self.fault(self.first_line(fence), message)])
        name, keys = fence.lines[0], fence.lines[1:]
        program, section = self._named_program(name)
        values = self._keys(keys, PROGRAM_KEYS)
        other, line = values.get(KEY, ("", name))
        before = full_name(other, self.page) if KEY in values else ""
        wrong = continued_fault(program, before, self.book.programs, self.ran)
        faults = [*self._flag_faults(values), *([self.fault(line, wrong)] if wrong else [])]
        draws = bool(program.drawing) and (section is None or "figure" in values)
        if draws:
            faults += self._figure_faults(name, values)
        elif "figure" in values:
            faults.append(
                self.fault(
                    values["figure"][1],
                    f"`{program.name}` draws nothing; remove `figure:`, or run `make snippets` if it should",
                )
            )
        with_code = self._flag(values, "code", default=True)
        if not with_code and not draws:
            faults.append(
                self.fault(
                    values["code"][1],
                    "without its code, this program shows nothing; remove `code:` or let it draw",
                )
            )
        if faults:
            raise LessonError(faults)
        caption, alt = (values[k][0] if draws else None for k in ("figure", "alt"))
        predict = self._flag(values, "predict", default=False)
        output = self._flag(values, "output", default=section is None)
        tabs = self._tabs(program, values)
        self.ran.update(each.name for each in (program, *tabs))
        return ShownProgram(program, section, predict, with_code, output, caption, alt, tabs)

    def _tabs(self, program: Program, values: dict) -> tuple[Program, ...]:
        """The programs of `tabs: other, another`; each is written with another library."""
        if "tabs" not in values:
            return ()
        names, line = values["tabs"]
        found = [self._named_program(replace(line, text=name.strip()))[0] for name in names.split(",")]
        libraries = [each.made_with for each in (program, *found)]
        if len(set(libraries)) < len(libraries):
            message = f"tabs show programs written with different libraries, these are {', '.join(libraries)}"
            raise LessonError([self.fault(line, message)])
        return tuple(found)

    def own_programs(self) -> list[str]:
        """The names of this page's own programs, without its slug."""
        prefix = f"{self.page.slug}/"
        return [n.removeprefix(prefix) for n in self.book.programs if n.startswith(prefix)]

    def find_program(self, name: str) -> Program | None:
        """A program by `idea` (of this page) or by `slug/idea`."""
        return self.book.programs.get(full_name(name, self.page))

    def _named_program(self, line: Line) -> tuple[Program, str | None]:
        name, sign, section = line.text.partition("#")
        program = self._program_at(line, name)
        if sign and section not in program.sections:
            remedy = near(section, program.sections)
            raise LessonError([self.fault(line, f"`{program.name}` has no section `{section}`; {remedy}")])
        return program, section or None

    def _program_at(self, line: Line, name: str) -> Program:
        """The program that a line names."""
        if program := self.find_program(name):
            return program
        if full_name(name, self.page) in self.book.unreadable:
            raise LessonError([])  # its own faults are reported
        known = [*self.book.programs] if "/" in name else self.own_programs()
        raise LessonError([self.fault(line, f"there is no program `{name}`; {near(name, known)}")])

    def _figure_faults(self, name: Line, values: dict) -> Iterator[Fault]:
        for key, what in (("figure", "a caption"), ("alt", "a text that says it without eyes")):
            if not values.get(key, ("",))[0]:
                yield self.fault(name, f"the program draws a figure; give it `{key}:` ({what})")

    # --- exercises --------------------------------------------------------------------

    def exercise(self, fence: Fence) -> tuple[Exercise, tuple[str, ...]]:
        """The exercise that an ```exercise fence shows, and its hints."""
        return shown_exercise(fence, self.page, self.book, self.fault)

    # --- keys -------------------------------------------------------------------------

    def _keys(self, lines: tuple[Line, ...], known: tuple[str, ...]) -> dict[str, tuple[str, Line]]:
        values: dict[str, tuple[str, Line]] = {}
        faults = []
        for line in lines:
            pair = split_key(line)
            if pair is None:
                faults.append(
                    self.fault(
                        line, f"expected `key: value`, got `{line.text}`; the keys are {', '.join(known)}"
                    )
                )
            elif pair[0] not in known:
                faults.append(self.fault(line, f"unknown key `{pair[0]}`; {near(pair[0], known)}"))
            elif pair[0] in values:
                faults.append(self.fault(line, f"the key `{pair[0]}` stands here a second time; remove one"))
            else:
                values[pair[0]] = (pair[1], line)
        if faults:
            raise LessonError(faults)
        return values

    def _flag_faults(self, values: dict) -> Iterator[Fault]:
        for name in FLAGS:
            text, line = values.get(name, ("true", None))
            if text not in ("true", "false"):
                yield self.fault(line, f"`{name}:` expected true or false, got `{text}`")

    def _flag(self, values: dict, name: str, *, default: bool) -> bool:
        return values[name][0] == "true" if name in values else default

    # --- questions and cards ----------------------------------------------------------

    def quiz(self, fence: Fence) -> tuple[Quiz, list[str]]:
        """The quiz and the ids that a ```quiz fence shows; none named means the rest."""
        quiz = self._own_quiz(fence, "questions")
        named = self._names(fence, quiz, "questions")
        ids = named or [name for name in quiz.questions if name not in self.asked]
        twice = [line for line in fence.lines if line.text in self.asked]
        if twice:
            raise LessonError(
                self.fault(ln, f"the question `{ln.text}` is shown on this page already; remove one")
                for ln in twice
            )
        self.asked.update(ids)
        return quiz, ids

    def cards(self, fence: Fence) -> tuple[Quiz, list[str]]:
        """The quiz file and the ids of the cards that a ```cards fence shows."""
        quiz = self._own_quiz(fence, "cards")
        return quiz, self._names(fence, quiz, "cards") or list(quiz.cards)

    def written(self, fence: Fence) -> tuple[Quiz, list[str]]:
        """The quiz file and the ids of the questions or cards whose source a fence shows."""
        quiz = self._own_quiz(fence, "questions")
        known = {**quiz.questions, **quiz.cards}
        if not fence.lines:
            message = f"expected the ids of questions or cards, got an empty fence; {near('', known)}"
            raise LessonError([self.fault(self.first_line(fence), message)])
        if wrong := [line for line in fence.lines if line.text not in known]:
            file = f"quizzes/{quiz.slug}.yml"
            raise LessonError(
                self.fault(ln, f"{file} has no `{ln.text}`; {near(ln.text, known)}") for ln in wrong
            )
        return quiz, [line.text for line in fence.lines]

    def _own_quiz(self, fence: Fence, part: str) -> Quiz:
        slug = self.page.slug
        if slug in self.book.unreadable:
            raise LessonError([])  # its own faults are reported
        quiz = self.book.quizzes.get(slug)
        if quiz is None:
            message = f"there is no quizzes/{slug}.yml; create it (files have the page's name)"
            raise LessonError([self.fault(self.first_line(fence), message)])
        if not getattr(quiz, part):
            raise LessonError(
                [self.fault(self.first_line(fence), f"quizzes/{slug}.yml has no {part}; add some")]
            )
        return quiz

    def _names(self, fence: Fence, quiz: Quiz, part: str) -> list[str]:
        known = getattr(quiz, part)
        wrong = [line for line in fence.lines if line.text not in known]
        if wrong:
            raise LessonError(
                self.fault(
                    ln, f"quizzes/{quiz.slug}.yml has no `{ln.text}` among its {part}; {near(ln.text, known)}"
                )
                for ln in wrong
            )
        return [line.text for line in fence.lines]

    # --- demos and values -------------------------------------------------------------

    def demo(self, fence: Fence) -> tuple[str, dict[str, str]]:
        """The element's name and its initial state."""
        folder = self.book.docs / "assets" / "elements"
        known = [p.stem.removeprefix("demo-") for p in folder.glob("demo-*.js")]
        if not fence.lines:
            raise LessonError(
                [
                    self.fault(
                        self.first_line(fence),
                        f"expected the name of a demo, got an empty fence; {near('', known)}",
                    )
                ]
            )
        name, keys = fence.lines[0], fence.lines[1:]
        if name.text not in known:
            raise LessonError(
                [
                    self.fault(
                        name,
                        f"there is no demo `{name.text}` (docs/assets/elements/demo-{name.text}.js); {near(name.text, known)}",
                    )
                ]
            )
        wrong = [line for line in keys if split_key(line) is None]
        if wrong:
            raise LessonError(self.fault(ln, f"expected `key: value`, got `{ln.text}`") for ln in wrong)
        return name.text, dict(filter(None, map(split_key, keys)))

    # --- reference --------------------------------------------------------------------

    def reference(self, fence: Fence) -> list[Thing]:
        """The public names that a ```reference fence describes: `name`, or `name as shown`."""
        if not fence.lines:
            raise LessonError(
                [self.fault(self.first_line(fence), "expected public names, one a line, got an empty fence")]
            )
        found = [(line, *shown_name(line)) for line in fence.lines]
        things = [(line, shown, self.book.api.find(name)) for line, name, shown in found]
        wrong = [line for line, _, thing in things if thing is None]
        if wrong:
            raise LessonError(
                self.fault(ln, f"the package has no `{ln.text}`; names are written from it: `nn.Linear`")
                for ln in wrong
            )
        return [replace(thing, name=shown) for _, shown, thing in things]

    def ways(self, fence: Fence) -> Quiz:
        """The quiz of this page, to whose questions and cards a ```ways fence leads; it takes no lines."""
        self.contents(fence)
        return self._own_quiz(fence, "questions")

    def episode(self, fence: Fence) -> Recorded:
        """The episode of the podcast that an ```episode fence shows."""
        return shown_episode(fence, self.book, self.fault)

    def value(self, inserted: Inserted) -> str:
        """The text that stands for a recorded value."""
        at = Line(inserted.text, inserted.index, inserted.column)
        if inserted.program is None:
            raise LessonError(
                [self.fault(at, f"expected `{{= program.variable:.2f =}}`, got `{inserted.text}`")]
            )
        program = self._program_at(at, inserted.program)
        values = program.values
        if inserted.expression not in values:
            message = f"`{inserted.expression}` is not in the record of `{program.name}`; run `make snippets`"
            raise LessonError([self.fault(at, message)])
        try:
            return shown(values[inserted.expression], inserted.format)
        except (ValueError, TypeError) as error:
            value = f"{values[inserted.expression]!r:.60}"
            message = f"the format `{inserted.format}` does not fit {value}: {error}"
            raise LessonError([self.fault(at, message)]) from None
