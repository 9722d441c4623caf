"""Pages come in, what the Nu checker calls an error goes out, less what we mean as it stands."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from java import find_java
from node import tool

# What the checker calls an error and we mean: words of its message, words of the place, why.
YOUNGER = "MathML Core has it on every element; the checker reads MathML 3"
MEANT = [
    ("“autocomplete” is only allowed", 'class="md-toggle"', "else Firefox reloads with the search open"),
    ("“blocking” attribute must have", 'rel="expect"', "the HTML standard names this very pair"),
    ("“scriptlevel” not allowed", "<mtable", YOUNGER),
    ("“displaystyle” not allowed", "<mfrac", YOUNGER),
]


def check(pages: Iterable[Path]) -> list[dict]:
    """All that the checker calls an error."""
    java = find_java()
    assert java, "the HTML checker needs Java; `make gates` installs one"
    jar = tool("vnu-jar/build/dist/vnu.jar")
    command = [java, "-jar", jar, "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True)
    return json.loads(done.stderr)["messages"]


def faults(messages: Iterable[dict]) -> list[str]:
    """One line for each message that isn't meant: page, line, what is wrong, and the words it is about."""
    return [
        f"{each['url']}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')!r}"
        for each in messages
        if not meant(each)
    ]


def meant(message: dict) -> tuple[str, str, str] | None:
    """The entry of MEANT that a message falls under."""
    says, place = message["message"], message.get("extract", "")
    return next((entry for entry in MEANT if entry[0] in says and entry[1] in place), None)
