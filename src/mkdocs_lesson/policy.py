"""A built site comes in; every page gets a Content-Security-Policy that names its scripts.

All pages carry the same policy: with instant navigation the first page's stays in force.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # and the hashes; wasm: Python in the page
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",  # alignment in tables
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
}


def write_policy(site: Path) -> str:
    """Put one policy into every page of the site and return it."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    hashes = sorted({h for text in pages.values() for h in script_hashes(text)})
    rules = POLICY | {"script-src": " ".join([POLICY["script-src"], *hashes])}
    policy = "; ".join(f"{name} {value}" for name, value in rules.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, text in pages.items():
        path.write_text(CHARSET.sub(lambda found: found[0] + meta, text, count=1), encoding="utf-8")
    return policy


def script_hashes(page: str) -> list[str]:
    """The hashes of the scripts that stand inside a page and would run."""
    found = []
    for script in SCRIPT.finditer(page):
        if "src=" in script["attributes"] or "json" in script["attributes"]:
            continue
        digest = base64.b64encode(hashlib.sha256(script["body"].encode()).digest()).decode()
        found.append(f"'sha256-{digest}'")
    return found
