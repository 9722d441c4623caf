"""Files come in; when the content of each last changed goes out, never when it was built."""

from __future__ import annotations

import subprocess
from pathlib import Path


def changed(root: Path, folder: str) -> dict[str, int]:
    """File name → seconds since 1970 of its last change, for the YAML files of a folder.

    That is the time of the last commit that touched the file; where there is none (a copy
    without git, a file being written) it is the file's own.
    """
    times = {path.name: int(path.stat().st_mtime) for path in sorted((root / folder).glob("*.yml"))}
    edited = {line[3:].rpartition("/")[2] for line in _git(root, "status", "--porcelain", "--", folder)}
    for name, time in _committed(root, folder).items():
        if name in times and name not in edited:
            times[name] = time
    return times


def _committed(root: Path, folder: str) -> dict[str, int]:
    times: dict[str, int] = {}
    time = 0
    for line in _git(root, "log", "--format=@%ct", "--name-only", "--", folder):
        if line.startswith("@"):
            time = int(line[1:])
        elif line:
            times.setdefault(line.rpartition("/")[2], time)  # the newest comes first
    return times


def _git(root: Path, *arguments: str) -> list[str]:
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:  # no git
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []
