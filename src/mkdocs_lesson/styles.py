"""Several style sheets come in, one goes out: one request, and an order that is told."""

from __future__ import annotations

import re
from pathlib import Path

ORDER = [
    "tokens",
    "page",
    "controls",
    "program",
    "quiz",
    "cards",
    "results",
    "demo",
    "playground",
    "reference",
    "contents",
    "print",
]


COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def join_styles(folder: Path) -> str:
    """Join the style sheets of a folder in `ORDER`, without comments and indentation."""
    sheets = [folder / f"{name}.css" for name in ORDER]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.exists())
    return re.sub(r"\n\s*", "\n", COMMENT.sub("", text)).strip() + "\n"
