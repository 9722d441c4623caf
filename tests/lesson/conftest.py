"""A small book of one chapter, made as `make new` makes it, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_lesson.new import start_chapter

SITE = """site_name: A small book
site_url: http://127.0.0.1:8000/
plugins: [lesson]
markdown_extensions:
  - attr_list
  - pymdownx.superfences
  - pymdownx.arithmatex: {generic: true}
"""
PROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "small"
version = "1.0"
[tool.hatch.build.targets.wheel]
packages = ["small"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The folder of the small book."""
    start_chapter(tmp_path, "small-steps")
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(SITE)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "small").mkdir()
    (tmp_path / "small/__init__.py").write_text("")
    return tmp_path
