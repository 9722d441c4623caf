"""A built site comes in; its service worker, with the hash of every file, goes out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

TEMPLATE = Path(__file__).with_name("service_worker.js")
SIZES = "assets/offline.json"
LATER = ("assets/vendor/python/", "assets/data/")
NOT_KEPT = "exports/"  # for other programs
LEFT_OUT = (".map", ".gz", ".html.txt", "objects.inv")


def write_service_worker(site: Path) -> Path:
    """Write `sw.js` into the site. It must be the last file that is written."""
    _write_sizes(site)
    groups = _groups(site)
    files, later = ({_address(name): _hash(path.read_bytes()) for name, path in group} for group in groups)
    script = TEMPLATE.read_text(encoding="utf-8")
    for mark, value in {
        "version": _hash(json.dumps(files).encode()),
        "later_version": _hash(json.dumps(later).encode()),
        "files": json.dumps(files, indent=1),
        "later": json.dumps(later, indent=1),
    }.items():
        script = script.replace("{{" + mark + "}}", value)
    target = site / "sw.js"
    target.write_text(script, encoding="utf-8")
    return target


def _groups(site: Path) -> tuple[list[tuple[str, Path]], list[tuple[str, Path]]]:
    """(name, path) of the files that are kept at the first visit, and of those kept when asked for."""
    groups: tuple[list, list] = [], []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        left_out = name == "sw.js" or name.endswith(LEFT_OUT) or name.startswith(NOT_KEPT)
        if path.is_file() and not left_out:
            groups[name.startswith(LATER)].append((name, path))
    return groups


def _write_sizes(site: Path) -> None:
    """Say to the page how much there is to keep. The file itself is among them, last and small."""
    target = site / SIZES
    target.parent.mkdir(exist_ok=True)
    target.write_text("{}", encoding="utf-8")
    files, later = _groups(site)
    book = {"files": len(files), "bytes": sum(path.stat().st_size for _, path in files)}
    sizes = {name: path.stat().st_size for name, path in later}
    target.write_text(json.dumps({"book": book, "later": sizes}), encoding="utf-8")


def _address(name: str) -> str:
    """How a browser asks for a file: `chapters/x/index.html` is `chapters/x/`."""
    if name == "index.html":
        return "./"
    return name.removesuffix("index.html") if name.endswith("/index.html") else name


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
