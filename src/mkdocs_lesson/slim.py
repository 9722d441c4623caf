"""The theme's style sheet comes in; the part that the site has a use for goes out.

Material styles many things that this book never shows. A rule stays when each class and id
that it asks for stands on some page or in a script, so that nothing on a page looks different.
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
NESTING = {"media", "supports", "layer"}


def slim_theme(site: Path) -> None:
    """Rewrite the theme's style sheets in a built site."""
    words = set(_words(site))
    for sheet in (site / "assets" / "stylesheets").glob("*.css"):
        rules = tinycss2.parse_stylesheet(sheet.read_text(encoding="utf-8"), skip_comments=True)
        sheet.write_text("".join(_useful(rules, words)), encoding="utf-8")


def _words(site: Path) -> Iterator[str]:
    """Classes and ids of pages, and every word of a script: it may become one."""
    for page in site.rglob("*.html"):
        for values in ATTRIBUTE.findall(page.read_text(encoding="utf-8")):
            yield from "".join(values).split()
    for script in [*site.glob("assets/javascripts/*.js"), *site.glob("assets/elements/**/*.js")]:
        yield from WORD.findall(script.read_text(encoding="utf-8"))


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
