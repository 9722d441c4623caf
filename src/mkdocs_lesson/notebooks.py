"""mkdocs-jupyter reads a notebook; what it hands on is made light here.

Its own page of a notebook holds JupyterLab's style sheets, 600 kB, and asks another origin for a
script. With our template it hands on Markdown instead, which becomes a page like all others.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from mkdocs_lesson.page import minutes, words
from mkdocs_lesson.render.lab import render_cell

TEMPLATES = Path(__file__).with_name("lab_templates")
TO_A_PAGE = re.compile(r"\]\((?:\.\./([\w/-]+)\.md|([\w-]+)\.ipynb)")


def use_own_templates() -> None:
    """Let mkdocs-jupyter, which must be installed, write a notebook as `lab_templates` say."""
    from mkdocs_jupyter.config import settings
    from nbconvert.exporters.templateexporter import default_filters

    settings.templates_dir = str(TEMPLATES)
    default_filters["lab_cell"] = render_cell


def handed_on(converted: str) -> str:
    """The Markdown in what mkdocs-jupyter made: it was escaped, and styles were added."""
    return unescape(converted.rpartition("<style>")[0])


def front_matter(notebook: Path) -> dict:
    """What a lab says of itself, as the front matter of other pages does."""
    lab = json.loads(notebook.read_text(encoding="utf-8"))
    prose = ["".join(cell["source"]) for cell in lab["cells"] if cell["cell_type"] == "markdown"]
    return lab["metadata"]["lab"] | {"lab": notebook.name, "minutes": minutes(words("\n\n".join(prose)))}


def to_take_home(notebook: Path, site: str) -> str:
    """A notebook whose links to pages lead to the site: beside it, at the reader's, there are none."""
    text = notebook.read_text(encoding="utf-8")
    return TO_A_PAGE.sub(lambda found: f"]({site}{found[1] or 'labs/' + found[2]}/", text)
