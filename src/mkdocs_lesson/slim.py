"""The theme's style sheet comes in; the part that the site has a use for goes out.

Material styles many things that this book never shows. A rule stays when each class and id
that it asks for stands on some page or in a script, and a variable when something asks for it,
so that nothing on a page looks different.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

ATTRIBUTE = re.compile(r"""\b(?:class|id)=(?:"([^"]*)"|'([^']*)'|([\w-]+))""")
WORD = re.compile(r"[\w-]+")
DEFINED = re.compile(r"[{;]--")
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
IN_SCRIPT = re.compile(r"--[a-zA-Z][\w-]*")
NESTING = {"media", "supports", "layer"}


def slim_theme(site: Path) -> None:
    """Rewrite the theme's style sheets in a built site."""
    words = set(_words(site))
    slim = {}
    for sheet in (site / "assets" / "stylesheets").glob("*.css"):
        rules = tinycss2.parse_stylesheet(sheet.read_text(encoding="utf-8"), skip_comments=True)
        slim[sheet] = list(_useful(rules, words))
    asked = {*_asked(site), *ASKED.findall("".join(map("".join, slim.values())))}
    for sheet, texts in slim.items():
        sheet.write_text("".join(_without_idle(text, asked) for text in texts), encoding="utf-8")


def _asked(site: Path) -> Iterator[str]:
    """The variables that pages, scripts and our own style sheets ask for."""
    for path in [*site.rglob("*.html"), *site.glob("assets/*.css"), *site.glob("assets/sheets/*.css")]:
        yield from ASKED.findall(path.read_text(encoding="utf-8"))
    for script in _scripts(site):
        yield from IN_SCRIPT.findall(script.read_text(encoding="utf-8"))


def _without_idle(rule: str, asked: set[str]) -> str:
    """A rule without the variables that nothing asks for."""
    if rule.startswith("@") or not DEFINED.search(rule):
        return rule
    prelude, _, content = rule.partition("{")
    lines = tinycss2.parse_blocks_contents(content[:-1], skip_comments=True, skip_whitespace=True)
    idle = [
        line
        for line in lines
        if line.type == "declaration" and line.name[:2] == "--" and line.name not in asked
    ]
    kept = [line.serialize() for line in lines if line not in idle]
    return f"{prelude}{{{';'.join(kept)}}}" if kept else ""


def _words(site: Path) -> Iterator[str]:
    """Classes and ids of pages, and every word of a script: it may become one."""
    for page in site.rglob("*.html"):
        for values in ATTRIBUTE.findall(page.read_text(encoding="utf-8")):
            yield from "".join(values).split()
    for script in _scripts(site):
        yield from WORD.findall(script.read_text(encoding="utf-8"))


def _scripts(site: Path) -> list[Path]:
    return [*site.glob("assets/javascripts/*.js"), *site.glob("assets/elements/**/*.js")]


def _useful(rules: Iterable[Node], words: set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [s for s in _selectors(rule.prelude) if _names(s) <= words]
            if selectors:
                yield f"{','.join(map(tinycss2.serialize, selectors))}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in NESTING and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if text := "".join(_useful(inner, words)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: list[Node]) -> list[list[Node]]:
    """Split `a,b:is(c,d)` into `a` and `b:is(c,d)`."""
    selectors: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            selectors.append([])
        else:
            selectors[-1].append(node)
    return selectors


def _names(selector: list[Node]) -> set[str]:
    """The classes and ids that an element must have; what stands in brackets is not asked for."""
    ids = {node.value for node in selector if node.type == "hash"}
    pairs = itertools.pairwise(selector)
    return ids | {after.value for dot, after in pairs if dot == "." and after.type == "ident"}
