"""A page that holds every type of question, made by the kit from `tests/every-type`."""

from pathlib import Path

from markdown import Markdown
from study.assets import copy_assets

from mkdocs_lesson.book import open_book
from mkdocs_lesson.extension import LessonExtension

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "tests" / "every-type"
PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every type of question</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="theme.css">
<link rel="stylesheet" href="assets/lesson.css">
<script type="module" src="assets/elements/lesson-quiz.js"></script>
<script type="module" src="assets/elements/lesson-order.js"></script>
<script type="module" src="assets/elements/lesson-draws.js"></script>
</head>
<body data-md-color-scheme="default">
<main class="md-typeset" style="max-width: 34rem; margin: auto; padding: 1rem">{body}</main>
</body>
</html>
"""


def write_page(folder: Path) -> None:
    """Write the page, with the book's scripts and styles beside it."""
    copy_assets(folder)
    (folder / "index.html").write_text(PAGE.replace("{body}", _body()))


def _body() -> str:
    extension = LessonExtension()
    extension.use(open_book(SOURCE), [])
    extension.page = extension.book.page_at(SOURCE / "docs" / "every-type.md")
    reader = Markdown(extensions=["pymdownx.superfences", "attr_list", extension])
    return reader.convert(extension.page.body)
