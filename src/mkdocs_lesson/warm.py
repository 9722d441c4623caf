"""Code and its arguments go in; its exit code comes out, from a child of a process that is warm already.

Importing torch takes longer than most programs of the book. Here a package is imported once;
then each program runs in a fork of that process, which it can't tell from one of its own.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SERVER = """
import importlib, json, os, signal, sys, traceback
importlib.import_module(sys.argv[1])
for line in sys.stdin:
    code, arguments, folder, seconds = json.loads(line)
    child = os.fork()
    if not child:
        signal.alarm(seconds)
        os.chdir(folder)
        for number, name in (1, "stdout"), (2, "stderr"):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
        sys.argv, status = ["-c", *arguments], 1
        try:
            exec(code, {"__name__": "__main__"})
            status = 0
        except BaseException:
            traceback.print_exc()
        for stream in sys.stdout, sys.stderr:
            stream.flush()
        os._exit(status)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@cache
def warm(package: str, environment: frozenset[tuple[str, str]]) -> subprocess.Popen:
    """The process that has imported `package`; it ends with ours, when nothing more can come."""
    command = [sys.executable, "-X", "utf8", "-c", SERVER, package]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    return subprocess.Popen(command, env=os.environ | dict(environment), **pipes)


def run_warm(
    package: str,
    code: str,
    arguments: list[str],
    folder: Path,
    *,
    seconds: int,
    environment: Mapping[str, str],
) -> subprocess.CompletedProcess:
    """Run `code` in `folder` where `package` is imported already, as `python -c` would.

    Its output is kept in the folder, in files named `stdout` and `stderr`.
    """
    process = warm(package, frozenset(environment.items()))
    process.stdin.write(json.dumps([code, arguments, str(folder), seconds]) + "\n")
    process.stdin.flush()
    status = int(process.stdout.readline())
    if status == -signal.SIGALRM:
        raise subprocess.TimeoutExpired(package, seconds)
    said = [(folder / name).read_text(encoding="utf-8") for name in ("stdout", "stderr")]
    return subprocess.CompletedProcess(code, status, *said)
