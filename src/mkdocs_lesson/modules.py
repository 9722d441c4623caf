"""The HTML of a page comes in; the scripts it will need go out, each one named once.

The page can then ask for all of them at once, instead of finding out import by import.
"""

from __future__ import annotations

import re
from pathlib import Path

ELEMENT = re.compile(r"<((?:lesson|demo)-[a-z0-9-]+)\b")
IMPORT = re.compile(r'^(?:import|export)\b[^;"]*"(\./[^"]+|\.\./[^"]+)";', re.MULTILINE)


def needed_modules(html: str, folder: Path) -> list[str]:
    """Return the paths, under `folder`, of the modules behind the elements of a page."""
    needed: dict[Path, None] = {}
    for tag in ["index", *sorted(set(ELEMENT.findall(html)))]:
        _collect((folder / f"{tag}.js").resolve(), needed)
    return [path.relative_to(folder.resolve()).as_posix() for path in needed]


def _collect(path: Path, needed: dict[Path, None]) -> None:
    """Add a module and, before it is asked for, all that it imports."""
    if path in needed or not path.exists():
        return
    needed[path] = None
    for imported in IMPORT.findall(path.read_text(encoding="utf-8")):
        _collect((path.parent / imported).resolve(), needed)
