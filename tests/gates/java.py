"""Finds a Java for the HTML checker; run as a program, installs one where none is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from apt import apt_install


def find_java() -> str | None:
    """The path of a Java that starts: from $JAVA or the system. (A Mac has one that only says where to buy.)"""
    found = shutil.which(os.environ.get("JAVA", "java"))
    starts = found and subprocess.run([found, "-version"], capture_output=True).returncode == 0
    return found if starts else None


if __name__ == "__main__":
    if not find_java() and not (apt_install("default-jre-headless") and find_java()):
        sys.exit(
            "The HTML checker needs Java and none could be installed. Install one, or name one: make gates JAVA=/path/to/java"
        )
    print(f"java: {find_java()}")
