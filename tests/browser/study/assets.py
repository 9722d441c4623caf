"""The book's scripts, fonts and style sheets, for pages that stand outside of the book."""

import shutil
from pathlib import Path

import material

from mkdocs_lesson.styles import join_styles

ASSETS = Path(__file__).parents[3] / "docs" / "assets"


def copy_assets(folder: Path) -> None:
    for part in ("elements", "vendor/fonts"):
        shutil.copytree(ASSETS / part, folder / "assets" / part)
    [theme] = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
    shutil.copy(theme, folder / "theme.css")
    (folder / "assets/sheets").mkdir()
    for path, sheet in join_styles(ASSETS / "styles").items():
        (folder / "assets" / path).write_text(sheet)
