"""Files come in; when the content of each last changed goes out, never when it was built."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path


def changed(root: Path, folder: str) -> dict[str, int]:
    """File name → seconds since 1970 of its last change, for the YAML files of a folder.

    That is the time of the last commit that touched the file; where there is none (a copy
    without git, a file being written) it is the file's own.
    """
    times = {path.name: int(path.stat().st_mtime) for path in sorted((root / folder).glob("*.yml"))}
    edited = {line[3:].rpartition("/")[2] for line in _git(root, "status", "--porcelain", "--", folder)}
    for path, time in _committed(root, folder).items():
        name = path.rpartition("/")[2]
        if name in times and name not in edited:
            times[name] = time
    return times


def last_changes(root: Path) -> dict[str, str]:
    """Slug → date of the last commit that changed its page, its programs or its questions."""
    times: dict[str, int] = {}
    for path, time in _committed(root, "docs/*.md", "snippets", "quizzes").items():
        parts = Path(path).parts
        slug = parts[-2] if "snippets" in parts else Path(path).stem
        times[slug] = max(time, times.get(slug, 0))
    return {slug: _day(time) for slug, time in times.items()}


def first_days(root: Path) -> dict[str, str]:
    """Slug → date of the commit that brought its page; a clone without the past knows none."""
    if _git(root, "rev-parse", "--is-shallow-repository") != ["false"]:
        return {}
    added = _committed(root, "docs/*.md", only="--diff-filter=A")
    return {Path(path).stem: _day(time) for path, time in added.items()}


def _day(time: int) -> str:
    return f"{datetime.fromtimestamp(time, UTC):%Y-%m-%d}"


def _committed(root: Path, *folders: str, only: str = "--diff-filter=d") -> dict[str, int]:
    """Path → seconds since 1970 of the last commit that touched it."""
    times: dict[str, int] = {}
    time = 0
    for line in _git(root, "log", "--format=@%ct", "--name-only", only, "--", *folders):
        if line.startswith("@"):
            time = int(line[1:])
        elif line:
            times.setdefault(line, time)  # the newest comes first
    return times


def _git(root: Path, *arguments: str) -> list[str]:
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:  # no git
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []
