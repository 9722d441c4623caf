"""YAML text comes in; the data goes out, with the line and column of every part of it.

The YAML is version 1.2 as people expect it: `1e-3` is a number, `no` is a word, `1:30` is
a text, and the same key twice is a fault. Sequences become tuples, so that the models
made from them are frozen all the way down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.cyaml import CParser

from mkdocs_lesson.faults import Fault, LessonError

Step = str | int
Place = tuple[int, int]
MOST_DEPTH = 40
MOST_DIGITS = 300
MOST_LETTERS = 1_000_000
MOST_PARTS = 30_000  # a thousand questions
MOST_OPEN = 1000  # brackets: libyaml takes seconds for thousands


class TooManyParts(Exception):
    """A file so large that reading it would take seconds; `node` is where it went too far."""

    def __init__(self, node: yaml.Node):
        self.node = node


TAG = "tag:yaml.org,2002:"
PLAIN = {  # what stands without quotes and is no text: how it is written, and what it means (`010` is 10)
    "bool": (r"true|false", lambda text: text == "true"),
    "null": (r"~|null|", lambda text: None),
    "int": (r"[-+]?[0-9]+|0x[0-9a-fA-F]+", lambda text: int(text, 16 if text.startswith("0x") else 10)),
    "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
}
NO_TEXT = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, (pattern, _) in PLAIN.items()))
FIRST = "tf~n-+.0123456789"  # their first letters: most scalars need no closer look
TEXT = f"{TAG}str"
COLLECTIONS = {yaml.SequenceNode: f"{TAG}seq", yaml.MappingNode: f"{TAG}map"}


class Loader(CParser):
    """libyaml's parser, with plain scalars told apart by YAML 1.2. It stops at too many parts."""

    parts = 0

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Count a part: the parser calls this before it makes one."""
        self.parts += 1
        if parent and self.parts > MOST_PARTS:
            raise TooManyParts(index if isinstance(index, yaml.Node) else parent)

    def ascend_resolver(self) -> None:
        """The parser calls this after each part."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """The tag of a part that was written without one; `implicit` begins with whether it stands without quotes."""
        if kind is not yaml.ScalarNode:
            return COLLECTIONS[kind]
        found = implicit[0] and value[:1] in FIRST and NO_TEXT.fullmatch(value)
        return f"{TAG}{found.lastgroup}" if found else TEXT


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
        reader = _Reader(path, skipped)
        data = None if node is None else reader.read(node, ())
        if reader.faults:
            raise LessonError(reader.faults)
    except yaml.YAMLError as error:
        raise LessonError([_syntax_fault(path, text, error, skipped)]) from None
    except TooManyParts as error:
        place = _place(error.node, skipped)
        message = f"is part of a file with more than {MOST_PARTS} parts; make several files of it"
        raise LessonError([Fault(path, *place, message)]) from None
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


class _Reader:
    """Walks a node tree: reads its data, and notes places and faults."""

    def __init__(self, path: Path, skipped: int):
        self.path, self.skipped = path, skipped
        self.values: dict[tuple[Step, ...], Place] = {}
        self.keys: dict[tuple[Step, ...], Place] = {}
        self.faults: list[Fault] = []
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, steps: tuple[Step, ...]) -> object:
        """The data of a node; nothing usable where there is a fault."""
        if len(steps) > MOST_DEPTH:
            return self.fault(node, f"is nested more than {MOST_DEPTH} deep; make it flatter")
        if id(node) in self.seen:
            return self.fault(node, "is used twice through an alias (`*name`); write it out")
        self.seen.add(id(node))
        self.values[steps] = _place(node, self.skipped)
        if node.tag == TEXT and isinstance(node, yaml.ScalarNode):
            return node.value
        if problem := _tag_problem(node):
            return self.fault(node, problem)
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.read(child, (*steps, index)) for index, child in enumerate(node.value)])
        if isinstance(node, yaml.MappingNode):
            entries = [(key.value, child) for key, child in node.value if self.takes(key, steps)]
            return {name: self.read(child, (*steps, name)) for name, child in entries}
        return PLAIN[node.tag.removeprefix(TAG)][1](node.value)

    def takes(self, key: yaml.Node, steps: tuple[Step, ...]) -> bool:
        """Note the place of a key; False when there is a fault in it."""
        if not isinstance(key, yaml.ScalarNode) or key.tag != TEXT:
            self.fault(key, "a key must be a plain word; put it in quotes")
            return False
        inner = (*steps, key.value)
        if inner in self.keys:
            first = self.keys[inner][0]
            self.fault(
                key, f"the key `{key.value}` stands here a second time (first on line {first}); remove one"
            )
            return False
        self.keys[inner] = _place(key, self.skipped)
        return True

    def fault(self, node: yaml.Node, message: str) -> None:
        self.faults.append(Fault(self.path, *_place(node, self.skipped), message))


def _place(node: yaml.Node, skipped: int) -> Place:
    return node.start_mark.line + 1 + skipped, node.start_mark.column + 1


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


def texts(data: object) -> list[tuple[tuple[Step, ...], str]]:
    """(steps, text) of every text in some data."""
    found: list[tuple[tuple[Step, ...], str]] = []
    _collect_texts(data, (), found)
    return found


def _collect_texts(data: object, steps: tuple[Step, ...], found: list) -> None:
    if isinstance(data, str):
        found.append((steps, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _collect_texts(value, (*steps, key), found)
    elif isinstance(data, tuple):
        for index, value in enumerate(data):
            _collect_texts(value, (*steps, index), found)
