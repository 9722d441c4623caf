"""A page that holds every type of question, made by the kit from `tests/every-type`."""

import shutil
from pathlib import Path

import material
from markdown import Markdown

from mkdocs_lesson.book import open_book
from mkdocs_lesson.extension import LessonExtension
from mkdocs_lesson.styles import join_styles

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "tests" / "every-type"
ASSETS = ROOT / "docs" / "assets"
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
    for part in ("elements", "vendor/fonts"):
        shutil.copytree(ASSETS / part, folder / "assets" / part)
    [theme] = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
    shutil.copy(theme, folder / "theme.css")
    (folder / "assets/lesson.css").write_text(join_styles(ASSETS / "styles"))
    (folder / "index.html").write_text(PAGE.replace("{body}", _body()))


def _body() -> str:
    extension = LessonExtension()
    extension.use(open_book(SOURCE), [])
    extension.page = extension.book.page_at(SOURCE / "docs" / "every-type.md")
    reader = Markdown(extensions=["pymdownx.superfences", "attr_list", extension])
    return reader.convert(extension.page.body)
