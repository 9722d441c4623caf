"""`python -m mkdocs_lesson.ebook <built site> <name>`: puts `<name>.epub` and `.pdf` into the site; `$CHROMIUM` prints."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from mkdocs_lesson.ebook.book import make_book
from mkdocs_lesson.ebook.built import read_site
from mkdocs_lesson.ebook.epub import write_epub
from mkdocs_lesson.ebook.pdf import draw_cover, write_pdf
from mkdocs_lesson.export.dates import last_changes

HERE = Path(__file__).parent
USAGE = "usage: CHROMIUM=/path/to/chromium python -m mkdocs_lesson.ebook <built site> <name>"


def make(root: Path, site: Path, name: str, browser: str) -> list[Path]:
    """Put both books into a site; return their paths."""
    author = re.search(r"Copyright \(c\) \d+ (.+)", (root / "LICENSE").read_text(encoding="utf-8"))[1]
    changed = max(last_changes(root).values(), default=f"{datetime.now(UTC):%Y-%m-%d}")
    book = make_book(read_site(site), author, changed)
    files = {path.name: path.read_bytes() for path in (site / "assets/vendor/fonts").glob("*.woff2")}
    sheets = {path.name: path.read_bytes() for path in HERE.glob("*.css")}
    files["cover.png"] = draw_cover(book, files | sheets, browser)
    epub, pdf = site / f"{name}.epub", site / f"{name}.pdf"
    epub.parent.mkdir(parents=True, exist_ok=True)
    write_epub(book, epub, files | {"book.css": sheets["book.css"]})
    write_pdf(book, pdf, files | sheets, browser)
    return [epub, pdf]


if __name__ == "__main__":
    browser = os.environ.get("CHROMIUM", "")
    if len(sys.argv) != 3 or not browser:
        sys.exit(USAGE)
    for path in make(Path.cwd(), Path(sys.argv[1]), sys.argv[2], browser):
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
