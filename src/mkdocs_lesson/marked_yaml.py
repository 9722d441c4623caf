"""YAML text comes in; the data goes out, with the line and column of every part of it.

The YAML is version 1.2 as people expect it: `1e-3` is a number, `no` is a word, `1:30` is
a text, and the same key twice is a fault. Sequences become tuples, so that the models
made from them are frozen all the way down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from mkdocs_lesson.faults import Fault, LessonError

Step = str | int
Place = tuple[int, int]
MOST_DEPTH = 40
MOST_DIGITS = 300
MOST_LETTERS = 1_000_000
MOST_PARTS = 30_000  # a thousand questions
MOST_OPEN = 1000  # brackets: libyaml takes seconds for thousands


class Loader(yaml.CSafeLoader):
    """A safe loader that resolves plain scalars by YAML 1.2 and nothing else."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 - PyYAML's own class attribute


TAG = "tag:yaml.org,2002:"
PLAIN = {
    "bool": (r"true|false", "tf"),
    "null": (r"~|null|", ["~", "n", ""]),
    "int": (r"[-+]?[0-9]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
}
for tag, (pattern, first) in PLAIN.items():
    Loader.add_implicit_resolver(f"{TAG}{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


# PyYAML's own constructors still think in YAML 1.1 (`010` is 8 there).
Loader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(node.value, 16 if node.value.startswith("0x") else 10),
)
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
Loader.add_constructor(
    "tag:yaml.org,2002:seq",
    lambda loader, node: tuple(loader.construct_object(n, True) for n in node.value),
)


@dataclass(frozen=True)
class Marked:
    """The data of one YAML file, and where each part of it stands."""

    path: Path
    data: object
    values: dict[tuple[Step, ...], Place]
    keys: dict[tuple[Step, ...], Place]

    def place(self, steps: tuple[Step, ...], *, key: bool = False) -> Place:
        """Where the value (or the key) at `steps` stands; else where its parent does."""
        marks = self.keys if key else self.values
        while steps and steps not in marks:
            steps, marks = steps[:-1], self.values
        return marks.get(steps, (1, 1))

    def fault(self, steps: tuple[Step, ...], message: str, *, key: bool = False) -> Fault:
        """A fault of the value (or the key) at `steps`."""
        return Fault(self.path, *self.place(steps, key=key), message)


def load_yaml(path: Path, text: str, first_line: int = 1) -> Marked:
    """Read YAML text that begins at `first_line` of `path`.

    Raises:
        LessonError: The text is not YAML, or a mapping has the same key twice.
    """
    skipped = first_line - 1
    if monster := _monster(path, text, skipped):
        raise LessonError([monster])
    loader = None
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        reader = _Marks(path, skipped)
        reader.walk(node, ())
        if reader.faults:
            raise LessonError(reader.faults)
        data = None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        raise LessonError([_syntax_fault(path, text, error, skipped)]) from None
    finally:
        if loader is not None:
            loader.dispose()
    return Marked(path, data, reader.values, reader.keys)


def _monster(path: Path, text: str, skipped: int) -> Fault | None:
    """A text that would take the reader longer than an author waits."""
    if len(text) > MOST_LETTERS:
        message = f"has {len(text)} letters, more than {MOST_LETTERS}; make several files of it"
        return Fault(path, skipped + 1, 1, message)
    still_open = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        still_open += 1 if bracket[0] in "[{" else -1
        if still_open > MOST_OPEN:
            before = text[: bracket.start()]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            return Fault(path, skipped + line, column, f"more than {MOST_OPEN} brackets are open; close them")
    return None


class _Marks:
    """Walks a node tree and notes places and faults."""

    def __init__(self, path: Path, skipped: int):
        self.path, self.skipped = path, skipped
        self.values: dict[tuple[Step, ...], Place] = {}
        self.keys: dict[tuple[Step, ...], Place] = {}
        self.faults: list[Fault] = []
        self.seen: set[int] = set()

    def place(self, node: yaml.Node) -> Place:
        return node.start_mark.line + 1 + self.skipped, node.start_mark.column + 1

    def walk(self, node: yaml.Node | None, steps: tuple[Step, ...]) -> None:
        if node is None:
            return
        if len(steps) > MOST_DEPTH:
            self.fault(node, f"is nested more than {MOST_DEPTH} deep; make it flatter")
            return
        if id(node) in self.seen:
            self.fault(node, "is used twice through an alias (`*name`); write it out")
            return
        self.seen.add(id(node))
        if len(self.seen) == MOST_PARTS:
            self.fault(node, f"has more than {MOST_PARTS} parts before this one; make several files of it")
        if len(self.seen) >= MOST_PARTS:
            return
        self.values.setdefault(steps, self.place(node))
        if problem := _tag_problem(node):
            self.fault(node, problem)
            return
        if isinstance(node, yaml.SequenceNode):
            for index, child in enumerate(node.value):
                self.walk(child, (*steps, index))
        elif isinstance(node, yaml.MappingNode):
            for key, child in node.value:
                self.entry(key, child, steps)

    def entry(self, key: yaml.Node, child: yaml.Node, steps: tuple[Step, ...]) -> None:
        if not isinstance(key, yaml.ScalarNode) or not key.tag.endswith(":str"):
            self.fault(key, "a key must be a plain word; put it in quotes")
            return
        inner = (*steps, key.value)
        if inner in self.keys:
            first = self.keys[inner][0]
            self.fault(
                key, f"the key `{key.value}` stands here a second time (first on line {first}); remove one"
            )
            return
        self.keys[inner] = self.place(key)
        self.walk(child, inner)

    def fault(self, node: yaml.Node, message: str) -> None:
        self.faults.append(Fault(self.path, *self.place(node), message))


def _tag_problem(node: yaml.Node) -> str | None:
    """What is wrong with the tag of a node (`!!int`), or with the number it stands for."""
    kind = node.tag.removeprefix(TAG)
    if isinstance(node, yaml.ScalarNode):
        if kind == "int" and len(node.value) > MOST_DIGITS:
            return f"has {len(node.value)} digits, more than {MOST_DIGITS}; shorten it, or put it in quotes"
        fits = kind == "str" or (kind in PLAIN and re.fullmatch(PLAIN[kind][0], node.value))
    else:
        fits = kind == ("seq" if isinstance(node, yaml.SequenceNode) else "map")
    return None if fits else f"carries a tag, `!!{kind}`, and needs none; write the value alone"


def _syntax_fault(path: Path, text: str, error: yaml.YAMLError, skipped: int) -> Fault:
    remedy = "check the indentation, and put text with `: ` or `#` in quotes"
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if isinstance(error, yaml.reader.ReaderError):  # it counts bytes
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        remedy = f"remove the character U+{error.character:04X}"
    else:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Fault(path, line + skipped, column, f"cannot be read as YAML: {problem}; {remedy}")


def texts(data: object, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield (steps, text) of every text in some data."""
    if isinstance(data, str):
        yield steps, data
    elif isinstance(data, (dict, tuple)):
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in entries:
            yield from texts(value, (*steps, key))
