"""Several style sheets come in, one goes out: one request, and an order that is told.

A sheet that only pages of one kind need is left by itself; `theme/partials/sheets.html` says which.
"""

from __future__ import annotations

import re
from pathlib import Path

ORDER = ["tokens", "page", "controls", "program", "quiz", "test", "cards", "demo", "print"]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def join_styles(folder: Path) -> dict[str, str]:
    """Join the style sheets of a folder in `ORDER`, without comments and indentation.

    Returns:
        File name → content: `lesson.css`, and `sheets/<name>.css` for each sheet that is not in `ORDER`.
    """
    sheets = {path.stem: _bare(path) for path in sorted(folder.glob("*.css"))}
    joined = "".join(sheets.pop(name) for name in ORDER)
    return {"lesson.css": joined} | {f"sheets/{name}.css": text for name, text in sheets.items()}


def _bare(sheet: Path) -> str:
    return re.sub(r"\n\s*", "\n", COMMENT.sub("", sheet.read_text(encoding="utf-8"))).strip() + "\n"
