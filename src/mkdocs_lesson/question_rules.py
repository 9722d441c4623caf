"""Rules between the fields of one question.

They look at the raw data of the file, so that they are reported in the same run as the
faults of single fields.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from mkdocs_lesson.faults import Fault, near
from mkdocs_lesson.fields import DRAWN
from mkdocs_lesson.marked_yaml import Marked, texts

Steps = tuple

PROVES_ITSELF = ("output",)  # tuples: a mistyped `type:` may be a mapping
ONE_RIGHT = ("single", "formula", "output")


def question_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    """Every rule that one question breaks."""
    kind = entry.get("type")
    options = _list(entry, "options")
    if options:
        yield from _option_faults(marked, steps, options, kind)
    yield from _check_faults(marked, steps, entry)
    yield from _family_faults(marked, steps, entry)
    rules = {
        "order": _order_faults,
        "match": _match_faults,
        "cloze": _cloze_faults,
        "formula": _formula_faults,
    }
    if isinstance(kind, str) and kind in rules:
        yield from rules[kind](marked, steps, entry)


def _list(entry: dict, key: str) -> tuple:
    return entry[key] if isinstance(entry.get(key), tuple) else ()


def _dicts(entry: dict, key: str) -> Iterator[tuple[int, dict]]:
    return ((n, each) for n, each in enumerate(_list(entry, key)) if isinstance(each, dict))


def _check_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    if entry.get("type") not in PROVES_ITSELF and not (entry.get("check") or entry.get("unchecked")):
        yield marked.fault(
            steps,
            "a question needs `check:` (Python that proves the key) or `unchecked:` (the reason why none can)",
        )
    if entry.get("check") and entry.get("unchecked"):
        yield marked.fault(
            (*steps, "unchecked"), "`check:` and `unchecked:` exclude each other; remove one", key=True
        )
    if entry.get("unchecked") and entry.get("type") in ("numeric", "output", "formula"):
        message = "a number, an output or a formula can be computed; write a `check:` instead"
        yield marked.fault((*steps, "unchecked"), message, key=True)


def _option_faults(marked: Marked, steps: Steps, options: tuple, kind: object) -> Iterator[Fault]:
    right = [i for i, o in enumerate(options) if isinstance(o, dict) and o.get("correct") is True]
    if kind in ONE_RIGHT and len(right) != 1:
        at = (*steps, "options", right[1]) if right else (*steps, "options")
        yield marked.fault(at, f"expected exactly one option with `correct: true`, got {len(right)}")
    if kind == "multiple" and len(right) in (0, len(options)):
        message = f"expected some right options and some wrong ones, got {len(right)} of {len(options)} right"
        yield marked.fault((*steps, "options"), message)
    seen: set[str] = set()
    for index, option in enumerate(options):
        if not isinstance(option, dict):
            continue
        if index not in right and not option.get("why"):
            yield marked.fault(
                (*steps, "options", index), "a wrong option needs `why:`: why it tempts and why it fails"
            )
        if (text := str(option.get("text"))) in seen:
            yield marked.fault((*steps, "options", index), f"two options say {text!r}; change one")
        seen.add(text)


def _formula_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    for index, option in _dicts(entry, "options"):
        if not option.get("expr"):
            message = "an option of a `formula` needs `expr:`, the formula in Python, so that it can be tried"
            yield marked.fault((*steps, "options", index), message)


def _order_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    lines = [line for line in _list(entry, "lines") if isinstance(line, str)]
    decoys = [("decoys", n, decoy.get("text")) for n, decoy in _dicts(entry, "decoys")]
    for part, index, line in [*(("lines", n, line) for n, line in enumerate(lines)), *decoys]:
        known = lines[:index] if part == "lines" else lines
        if line in known:
            yield marked.fault((*steps, part, index), f"two lines say {line!r}; change one")
    whole = list(range(len(lines)))
    for index, order in enumerate(_list(entry, "also_ok")):
        if not isinstance(order, tuple) or sorted(map(str, order)) != sorted(map(str, whole)):
            message = f"expected each of {', '.join(map(str, whole))} once: every line, counted from 0"
            yield marked.fault((*steps, "also_ok", index), message)
        elif list(order) == whole:
            message = "this is the order of `lines:`, which is right anyway; remove it"
            yield marked.fault((*steps, "also_ok", index), message)


def _match_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    for side in ("left", "right"):
        seen: set[str] = set()
        for index, pair in _dicts(entry, "pairs"):
            if (text := str(pair.get(side))) in seen:
                message = f"two pairs have the {side} side {text!r}; each must have its own"
                yield marked.fault((*steps, "pairs", index, side), message)
            seen.add(text)


def _cloze_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    text, blanks = entry.get("text"), entry.get("blanks")
    if not isinstance(text, str) or not isinstance(blanks, dict):
        return
    for name in blanks:
        if (count := text.count(f"[[{name}]]")) != 1:
            message = f"the blank `[[{name}]]` stands {count} times in `text:`; it must stand there once"
            yield marked.fault((*steps, "blanks", name), message, key=True)


def _family_faults(marked: Marked, steps: Steps, entry: dict) -> Iterator[Fault]:
    """Names in `{= =}` that nothing draws: found without running anything."""
    family = entry.get("family")
    make = family.get("make") if isinstance(family, dict) else None
    names = set() if family is None else _names_set(make)
    if names is None:
        return
    for inner, text in texts(entry):
        for found in DRAWN.finditer(text):
            if family is None:
                message = f"`{found[0]}` needs a `family:` that draws `{found['name']}`"
                yield marked.fault((*steps, *inner), message)
            elif found["name"] not in names:
                message = f"`make` sets no `{found['name']}`; {near(found['name'], names)}"
                yield marked.fault((*steps, *inner), message)


def _names_set(make: object) -> set[str] | None:
    """The names that a piece of Python sets; None when it can't be read as Python."""
    try:
        tree = ast.parse(make if isinstance(make, str) else "")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    names = (
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    return {name for name in names if re.match("[A-Za-z]", name)}
