"""A built site comes in; its service worker, with the hash of every file, goes out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

TEMPLATE = Path(__file__).with_name("service_worker.js")
LATER = ("assets/vendor/python/", "assets/data/")
NOT_KEPT = "exports/"  # for other programs
LEFT_OUT = (".map", ".gz", ".html.txt", "objects.inv")


def write_service_worker(site: Path) -> Path:
    """Write `sw.js` into the site. It must be the last file that is written."""
    files, later = {}, {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if (
            path.is_file()
            and name != "sw.js"
            and not name.endswith(LEFT_OUT)
            and not name.startswith(NOT_KEPT)
        ):
            group = later if name.startswith(LATER) else files
            group[_address(name)] = _hash(path.read_bytes())
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


def _address(name: str) -> str:
    """How a browser asks for a file: `chapters/x/index.html` is `chapters/x/`."""
    if name == "index.html":
        return "./"
    return name.removesuffix("index.html") if name.endswith("/index.html") else name


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
