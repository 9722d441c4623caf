"""The pages of a book come in; which programs go on where others ended goes out.

A ```program fence says it: `continues: other`. The program then runs in the same Python, after the
other one and all that this one continues. The record, the notebook and the page all do so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_lesson.faults import near
from mkdocs_lesson.fences import Fence, find_fences, split_key
from mkdocs_lesson.page import Page
from mkdocs_lesson.program import Program

KEY = "continues"


def continued(pages: Iterable[Page], programs: dict[str, Program]) -> dict[str, Program]:
    """The programs that continue others, by name, each with those that run before it."""
    edges = dict(edge for page in pages for edge in _edges(page))
    made = {}
    for name in edges:
        before = tuple(programs[n] for n in reversed(list(_back(name, edges))) if n in programs)
        if name in programs:
            made[name] = replace(programs[name], before=before)
    return made


def _edges(page: Page) -> Iterator[tuple[str, str]]:
    """Yield (name, name of the program that it continues)."""
    for fence in find_fences(page.body):
        other = fence.kind == "program" and fence.lines and _named(fence)
        if other:
            yield full_name(fence.lines[0].text.partition("#")[0], page), full_name(other, page)


def _named(fence: Fence) -> str:
    pairs = filter(None, map(split_key, fence.lines[1:]))
    return dict(pairs).get(KEY, "")


def full_name(name: str, page: Page) -> str:
    """`slug/idea`, of a name as a page says it."""
    return name if "/" in name else f"{page.slug}/{name}"


def _back(name: str, edges: dict[str, str]) -> Iterator[str]:
    """Yield what comes before a program, the nearest first; a circle is left where it closes."""
    seen = {name}
    while (name := edges.get(name, "")) and name not in seen:
        seen.add(name)
        yield name


def continued_fault(program: Program, other: str, programs: dict[str, Program], shown: set[str]) -> str:
    """What is wrong with how a page continues a program; empty if nothing is.

    Args:
        other: The name that the fence gives, if it gives one.
        shown: The programs that the page shows above.
    """
    before = program.before[-1].name if program.before else ""
    if other and other not in programs:
        return f"there is no program `{other}`; {near(other, programs)}"
    if other == program.name:
        return "a program can't continue itself; name one that the page shows above it"
    if other and other != before:
        return f"another fence says that `{program.name}` continues `{before}`; name one of them"
    if before and before not in shown:
        return f"it continues `{before}`, which the page must show above it"
    return ""
