"""A built site comes in; its service worker, with the hash of every file, goes out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

TEMPLATE = Path(__file__).with_name("service_worker.js")
SIZES = "assets/offline.json"
BOOK, PYTHON, PODCAST = "Every page", "Python and data", "The podcast"
"""What is kept together: at the first visit, and when it is first asked for."""
NOT_KEPT = (
    "exports/",
    "podcast/feed.xml",
    "podcast/cover.png",
    "embed/",
    "worksheets/",
)  # for other programs, other sites, paper
LEFT_OUT = (".map", ".gz", ".html.txt", "objects.inv")


def write_service_worker(site: Path) -> Path:
    """Write `sw.js` into the site. It must be the last file that is written."""
    _write_sizes(site)
    later = {
        kind: {_address(name): _hash(path.read_bytes()) for name, path in group}
        for kind, group in _groups(site).items()
    }
    files = later.pop(BOOK)
    script = TEMPLATE.read_text(encoding="utf-8")
    for mark, value in {
        "version": _version(files),
        "later_versions": json.dumps({kind: _version(group) for kind, group in later.items()}),
        "files": json.dumps(files, indent=1),
        "later": json.dumps(later, indent=1),
    }.items():
        script = script.replace("{{" + mark + "}}", value)
    target = site / "sw.js"
    target.write_text(script, encoding="utf-8")
    return target


def _groups(site: Path) -> dict[str, list[tuple[str, Path]]]:
    """Kind → (name, path) of the files that are kept together."""
    groups: dict[str, list] = {BOOK: [], PYTHON: [], PODCAST: []}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        left_out = name == "sw.js" or name.endswith(LEFT_OUT) or name.startswith(NOT_KEPT)
        if path.is_file() and not left_out:
            groups[_kind(name)].append((name, path))
    return groups


def _kind(name: str) -> str:
    if name.startswith(("assets/vendor/python/", "assets/data/")):
        return PYTHON
    return PODCAST if name.startswith("podcast/") and name.endswith(".mp3") else BOOK


def _write_sizes(site: Path) -> None:
    """Say to the page how much there is to keep. The file itself is among them, last and small."""
    target = site / SIZES
    target.parent.mkdir(exist_ok=True)
    target.write_text("{}", encoding="utf-8")
    groups = _groups(site)
    files = groups.pop(BOOK)
    book = {"files": len(files), "bytes": sum(path.stat().st_size for _, path in files)}
    later = {
        kind: {name: path.stat().st_size for name, path in group} for kind, group in groups.items() if group
    }
    target.write_text(json.dumps({"book": book, "later": later}), encoding="utf-8")


def _address(name: str) -> str:
    """How a browser asks for a file: `chapters/x/index.html` is `chapters/x/`."""
    if name == "index.html":
        return "./"
    return name.removesuffix("index.html") if name.endswith("/index.html") else name


def _version(files: dict[str, str]) -> str:
    return _hash(json.dumps(files).encode())


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
