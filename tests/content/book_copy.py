"""Copies of the book for faults to be planted in, and the book's own tests run there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = (
    "docs/chapters",
    "docs/labs",
    "docs/reference",
    "labs",
    "podcast",
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").glob("*.[my]*"))),
    "mkdocs.yml",
    "data",
    "docs/assets/elements",
    "docs/assets/vendor",
    "snippets",
    "quizzes",
    "src",
    "tests/content",
    "tests/every-type",
    "tests/browser",
    "tests/conftest.py",
    "tests/budgets.yml",
    "pyproject.toml",
)


def copy_book(folder: Path) -> Path:
    """A copy of the book, without what is made, and without the tests that nothing here runs."""
    for part in PARTS:
        source, target = ROOT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return folder


def run_tests(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run pytest in a copy, in one process."""
    command = [sys.executable, "-m", "pytest", "-n", "0", *arguments]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    environment["PYTHONPATH"] = str(folder / "src")
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
