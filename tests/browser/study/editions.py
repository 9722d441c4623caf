"""A small book of the real parts, built twice: as it was, and after its author changed it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from server import ROOT

from mkdocs_lesson.new import start_chapter

PLAN = """parts:
  - title: Steps
    chapters:
      - {slug: small-steps, title: Small steps, asks: How far is it?}
      - {slug: big-steps, title: Big steps, asks: Is it far?}
  - title: Walks
    chapters:
      - {slug: long-walks, title: Long walks, asks: Are we there?, needs: [small-steps]}
"""
NAV = """nav:
  - Home: index.md
  - chapters/small-steps.md
  - chapters/{big}.md
  - Review: review.md
  - Results: results.md
  - Make it mine: mine.md
"""
TEXT = "Steps are counted *one by one*, and a   step\nback counts as well.\n"
# What the author did: a heading, a chapter and a part have other names, a paragraph moved, a card went.
NEW_PLAN = PLAN.replace("big-steps, title: Big", "huge-steps, title: Huge").replace("Walks\n", "Ways\n", 1)
NEW_PLAN += "      - {slug: way-home, title: The way home, asks: And back?}\n"


def first_edition(folder: Path) -> None:
    """Write the book's sources."""
    for slug in ("small-steps", "big-steps"):
        start_chapter(folder, slug)
        chapter = folder / f"docs/chapters/{slug}.md"
        chapter.write_text(chapter.read_text().replace("## Questions", f"{TEXT}\n## Questions"))
    other = folder / "quizzes/big-steps.yml"  # nothing is asked twice
    other.write_text(other.read_text().replace("0.1 + 0.2", "0.3 + 0.4").replace("0.3\n", "0.7\n"))
    (folder / "docs/contents.yml").write_text(PLAN)
    (folder / "docs/index.md").write_text("# Home\n")
    for page in ("mine", "review", "results"):
        shutil.copy(ROOT / f"docs/{page}.md", folder / "docs")
    _link_assets(folder / "docs/assets")
    (folder / "quizzes/misconceptions.yml").write_text("{}\n")
    shutil.copytree(ROOT / "src/plainnet", folder / "src/plainnet")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    _write_settings(folder, "big-steps")


def second_edition(folder: Path) -> None:
    """Change them as an author may."""
    for part in ("docs/chapters/{}.md", "snippets/{}", "quizzes/{}.yml"):
        (folder / part.format("big-steps")).rename(folder / part.format("huge-steps"))
    chapter = folder / "docs/chapters/small-steps.md"
    text = chapter.read_text().replace(TEXT, "")
    text = text.replace("title: Small steps", "title: Little steps").replace(
        "# Small steps", "# Little steps"
    )
    text = text.replace("## The first idea {#the-first-idea}", "## Counting {#counting}")
    chapter.write_text(text.replace("## Questions {#questions}\n", f"## Questions {{#questions}}\n\n{TEXT}"))
    quiz = folder / "quizzes/small-steps.yml"
    quiz.write_text(quiz.read_text().split("cards:")[0].replace("the-first-idea", "counting"))
    chapter.write_text(chapter.read_text().split("## Cards")[0])
    (folder / "docs/contents.yml").write_text(NEW_PLAN)
    _write_settings(folder, "huge-steps")


def build(folder: Path, site: Path, url: str) -> None:
    """Build the edition that stands in the folder."""
    environment = os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"the small book does not build:\n{done.stderr}"


def _link_assets(assets: Path) -> None:
    """The real scripts and styles; Python stays at home, for nothing here runs it."""
    assets.mkdir(parents=True)
    for name in ("elements", "styles", "img"):
        (assets / name).symlink_to(ROOT / "docs/assets" / name)
    (assets / "vendor").mkdir()
    (assets / "vendor/fonts").symlink_to(ROOT / "docs/assets/vendor/fonts")


def _write_settings(folder: Path, big: str) -> None:
    text = (ROOT / "mkdocs.yml").read_text()
    text = re.sub(r"^nav:\n(?:[ ].*\n)*", NAV.format(big=big), text, flags=re.MULTILINE)
    text = re.sub(r"^ *- mkdocs-jupyter:.*\n", "", text, flags=re.MULTILINE)
    text = text.replace("custom_dir: theme", f"custom_dir: {ROOT / 'theme'}")
    (folder / "mkdocs.yml").write_text(text)
