"""Pages come in, what the Nu checker calls an error goes out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from java import find_java
from node import tool


def errors(pages: Iterable[Path]) -> list[str]:
    """One line for each error: page, line, what is wrong, and the words it is about."""
    java = find_java()
    assert java, "the HTML checker needs Java; `make gates` installs one"
    jar = tool("vnu-jar/build/dist/vnu.jar")
    command = [java, "-jar", jar, "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True)
    found = json.loads(done.stderr)["messages"]
    return [
        f"{each['url']}:{each.get('lastLine')}: {each['message']} | {each.get('extract', '')!r}"
        for each in found
    ]
