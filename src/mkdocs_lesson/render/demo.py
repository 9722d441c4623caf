"""The name and state of a demo come in; its element goes out, with a figure inside.

The figure, `docs/assets/elements/demo-<name>.html`, is what readers without script see.
"""

from __future__ import annotations

from mkdocs_lesson.book import Book
from mkdocs_lesson.render.text import attributes


def render_demo(name: str, state: dict[str, str], book: Book) -> str:
    """Return the element `<demo-name>` with its initial state and its still figure."""
    still = book.docs / "assets" / "elements" / f"demo-{name}.html"
    inside = still.read_text(encoding="utf-8").strip() if still.exists() else ""
    opening = attributes(**{f"data_{key}": value for key, value in state.items()})
    return f'<div class="demo" id="demo-{name}"><demo-{name}{opening}>{inside}</demo-{name}></div>'
