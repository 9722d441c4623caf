"""The package as a wheel: what the page installs, and what readers take home."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder


def build_wheel(root: Path) -> tuple[str, bytes]:
    """Return the wheel's file name and its bytes (the same for the same sources)."""
    with tempfile.TemporaryDirectory() as folder:
        (path,) = WheelBuilder(str(root)).build(directory=folder, versions=["standard"])
        return Path(path).name, Path(path).read_bytes()


DATA = {
    "mnist-10k.npz": r"\bmnist\b",
    "digits-from-scratch.safetensors": r"\bdigits-from-scratch\b",
}
"""File in `data/`, too large for the package → how a program names what is in it."""


def python_manifest(wheel: str) -> str:
    """What the page needs to know before it fetches Python."""
    return json.dumps({"wheel": wheel, "data": DATA})
