"""A page or a YAML file comes in; of the same length, with spaces for all that is no prose, it goes out.

So a word keeps its line and column, and no checker stumbles over code, formulas and addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from mkdocs_lesson.citations import CITATION
from mkdocs_lesson.maths import WRITTEN

KEYS = {
    *("title", "summary", "can", "asks"),
    *("ask", "hints", "text", "why", "explain", "unit", "left", "right", "unchecked"),
    *("front", "back", "says", "but", "means"),
    *("when", "what", "about"),
}
CODE = ("decoys", "text")  # lines to put in order are Python
SOURCE = {"by", "title"}  # what has these is a source: its title is others' words
FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,}).*?^\1\2[ \t]*$", re.DOTALL | re.MULTILINE)
NAME = re.compile(r"\b[A-Z]\w{2,}")
SAID_IN_FENCE = re.compile(r"^[ \t]*(?:figure|alt|hint): (.*)$", re.MULTILINE)
NO_PROSE = (
    WRITTEN,
    re.compile(r"\{=.*?=\}"),  # a value that a program computed
    CITATION,
    re.compile(r"\{[#.:][^}\n]*\}"),  # what attr_list reads
    re.compile(r"\]\([^)\n]*\)|\]\[[^]\n]*\]|\[\^[^]\n]*\]|https?://\S+"),  # where a link leads
    re.compile(r"<!--.*?-->|<code>.*?</code>|<[a-zA-Z/][^>]*>", re.DOTALL),
    re.compile(r"&\w+;"),
)


def prose(path: Path) -> str:
    """What a reader of a file reads as English."""
    text = path.read_text(encoding="utf-8")
    return without_code(of_yaml(text) if path.suffix == ".yml" else of_page(text))


def of_page(text: str) -> str:
    """A page: front matter is YAML, a fence keeps what it says of its figure."""
    front = FRONT_MATTER.match(text)
    cut = front.end() if front else 0
    head = of_yaml(text[:cut].replace("---", "   "))
    return head + FENCE.sub(lambda fence: only(fence[0], said_in(fence[0])), text[cut:])


def cited(sources: Path) -> set[str]:
    """The names of authors in the list of sources, which are spelt as their bearers spell them."""
    if not sources.is_file():
        return set()
    groups = yaml.load(sources.read_text(encoding="utf-8"), yaml.CSafeLoader)["groups"]
    return {
        name for group in groups for each in group["sources"].values() for name in NAME.findall(each["by"])
    }


def said_in(fence: str) -> list[tuple[int, int]]:
    return [found.span(1) for found in SAID_IN_FENCE.finditer(fence)]


def of_yaml(text: str) -> str:
    """YAML: the values of the keys that hold prose."""
    return only(text, list(_values(yaml.compose(text, yaml.CSafeLoader))))


def _values(node: yaml.Node | None, key: str = "", above: str = "") -> Iterator[tuple[int, int]]:
    """Where the values stand whose key says that they are prose."""
    match node:
        case yaml.MappingNode():
            others = {"title"} if {name.value for name, _ in node.value} >= SOURCE else set()
            for name, value in node.value:
                if name.value not in others:
                    yield from _values(value, name.value, key)
        case yaml.SequenceNode():
            for value in node.value:
                yield from _values(value, key, above)
        case yaml.ScalarNode() if key in KEYS and (above, key) != CODE:
            yield node.start_mark.index, node.end_mark.index


def without_code(text: str) -> str:
    """Markdown without what isn't to be read as words."""
    for pattern in NO_PROSE:
        text = pattern.sub(lambda found: blank(found[0]), text)
    return text


def only(text: str, spans: list[tuple[int, int]]) -> str:
    """The text in these spans, and spaces around it."""
    parts, done = [], 0
    for start, stop in spans:
        parts += [blank(text[done:start]), text[start:stop]]
        done = stop
    return "".join([*parts, blank(text[done:])])


def blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
