"""What a part of a page says to a reader who can't see it, and how it is walked through by keyboard."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Locator, Page

WALK = (Path(__file__).parent / "walk.js").read_text(encoding="utf-8")
MOST = 150  # stops of one part
FEW = 4  # options in a row: those after them are like them
UNSAID = re.compile(r"\s*- /(url|placeholder): ")
# A link that holds more than a line is followed by what it holds: Playwright leaves its long name out.
CONTROLS = "button|checkbox|combobox|radio|searchbox|slider|spinbutton|switch|textbox"
NAMELESS = re.compile(rf"^\s*- (?:{CONTROLS})(?: \[[^]]+\])*(?::.*)?$|^\s*- link$", re.MULTILINE)


def tree(part: Locator) -> str:
    """The accessibility tree as YAML, without the addresses of links, which nobody hears, and with long lists of options cut."""
    lines = [line for line in part.aria_snapshot().splitlines() if not UNSAID.match(line)]
    lines = [
        line
        for n, line in enumerate(lines)
        if not (is_option(line) and all(map(is_option, lines[n - FEW : n])))
    ]
    return "\n".join(
        line.removesuffix(":") if indent(below) <= indent(line) else line
        for line, below in pairwise([*lines, "end"])
    )


def is_option(line: str) -> bool:
    """Is this a choice that was not made?"""
    return line.lstrip(" -'").startswith("option ") and not line.endswith("[selected]")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def focused(page: Page) -> str:
    """What is said of the control that has the focus."""
    return (
        tree(page.locator(":focus")).split("\n")[0].removeprefix("- ").removesuffix(":")
        if page.locator(":focus").count()
        else "nothing"
    )


def nameless(tree: str) -> list[str]:
    """The controls of a tree of which only the kind is said."""
    return [f"{line.strip(' -')}: has no name" for line in NAMELESS.findall(tree)]


def walk(part: Locator) -> tuple[int, list[str]]:
    """Tab through a part from before it to after it: how many stops there are, and what is wrong with them."""
    keyboard = part.page.keyboard
    held = part.page.evaluate_handle("document.activeElement")
    steps = part.evaluate_handle(WALK)
    steps.evaluate("walk => walk.begin()")
    for _ in range(MOST):
        if steps.evaluate("walk => walk.needsEscape()"):
            keyboard.press("Escape")
        keyboard.press("Tab")
        if not steps.evaluate("walk => walk.step()"):
            break
    found = steps.evaluate("walk => walk.end()")
    back = (
        "held => held === document.body ? document.activeElement.blur() : held.focus({ preventScroll: true })"
    )
    held.evaluate(back)
    return found
