"""The text of a docstring comes in; its description and its parts go out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

PARTS = ("Args", "Shape", "Attributes", "Returns", "Raises", "Example", "Source")
NAMED = ("Args", "Attributes", "Raises")  # parts that say something about each of many names
OPENING = re.compile(rf"^({'|'.join(PARTS)}):[ \t]*(.*)$")
ENTRY = re.compile(r"^(\*{0,2}[\w.]+(?:, (?:\*{0,2}[\w.]+|\.\.\.))*):[ \t]*(.*)$")


@dataclass
class Docstring:
    """What a docstring says. The first paragraph is what the thing is."""

    paragraphs: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def first(self) -> str:
        return self.paragraphs[0] if self.paragraphs else ""


def read_docstring(text: str) -> Docstring:
    """Split a docstring (without its indentation) into description and parts."""
    description: list[str] = []
    parts: dict[str, list[str]] = {}
    current = description
    for line in text.splitlines():
        if found := OPENING.match(line):
            current = parts.setdefault(found[1], [])
            current += [found[2]] if found[2] else []
        else:
            current.append(line)
    blocks = re.split(r"\n\s*\n", "\n".join(description).strip())
    return Docstring([b for b in blocks if b], {name: _dedent(lines) for name, lines in parts.items()})


def _dedent(lines: list[str]) -> str:
    margin = min((len(ln) - len(ln.lstrip()) for ln in lines if ln.strip()), default=0)
    inline = lines and not lines[0].startswith(" ")  # `Shape: text` on the part's own line
    return "\n".join(ln.strip() if inline else ln[margin:] for ln in lines).strip()


def entries(text: str) -> list[tuple[str, str]] | None:
    """(names, what is said of them) for each entry; None where the text is no list."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if opening := ENTRY.match(line):
            found.append((opening[1], [opening[2]]))
        elif found and line.startswith(" "):
            found[-1][1].append(line.strip())
        elif line.strip():
            return None
    return [(name, " ".join(lines).strip()) for name, lines in found]


def read_examples(folder: Path) -> dict[str, str]:
    """Public name → example, from the text files of a folder.

    They hold the examples of what is too short to carry one in its docstring: a line
    `# name`, then a session of the Python prompt.
    """
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                current = found.setdefault(line[2:], [])
            else:
                current.append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}
