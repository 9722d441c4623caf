"""Marked YAML comes in; a frozen model goes out, or every fault at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError

from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.marked_yaml import Marked, Step

MOST_FAULTS = 100  # at once

M = TypeVar("M", bound=BaseModel)


def build(model: type[M], marked: Marked) -> M:
    """Make a `model` of the data.

    Raises:
        LessonError: The data does not fit; all misfits at once.
    """
    try:
        return model.model_validate({} if marked.data is None else marked.data)
    except ValidationError as error:
        raise LessonError(misfits(error, model, marked)) from None


def misfits(error: ValidationError, model: type[BaseModel], marked: Marked) -> list[Fault]:
    """Turn pydantic's errors into faults, one for each place."""
    found: dict[tuple[int, int], Fault] = {}
    entries = error.errors()
    for entry in entries[:MOST_FAULTS]:
        steps = _steps(entry["loc"], marked, absent=entry["type"] in ("missing", "extra_forbidden"))
        fault = _fault(entry, steps, model, marked)
        found.setdefault((fault.line, fault.column), fault)
    faults = list(found.values())
    if (more := len(entries) - MOST_FAULTS) > 0:
        faults.append(marked.fault((), f"has {more} faults more than are named here; mend these first"))
    return faults


def _steps(loc: tuple[Step, ...], marked: Marked, *, absent: bool) -> tuple[Step, ...]:
    """Keep the steps of `loc` that are YAML; drop pydantic's names of union branches.

    The last one names a key that isn't there when the fault is that it is `absent`.
    """
    steps: tuple[Step, ...] = ()
    for index, step in enumerate(loc):
        inner = (*steps, step)
        last = absent and index == len(loc) - 1
        if inner in marked.values or inner in marked.keys or last:
            steps = inner
    return steps


def _fault(entry: dict, steps: tuple[Step, ...], model: type, marked: Marked) -> Fault:
    kind, context = entry["type"], entry.get("ctx", {})
    key = steps[-1] if steps else "the file"
    if kind == "extra_forbidden":
        remedy = near(str(key), _keys(model, entry["loc"]))
        return marked.fault(steps, f"unknown key `{key}`; {remedy}", key=True)
    if kind == "missing":
        return marked.fault(steps[:-1], f"`{key}:` is missing; add it")
    if kind == "union_tag_invalid":
        remedy = near(context["tag"], context["expected_tags"].replace("'", "").split(", "))
        return marked.fault((*steps, "type"), f"unknown type `{context['tag']}`; {remedy}")
    if kind == "union_tag_not_found":
        return marked.fault(steps, "`type:` is missing; add it")
    name = f"`{key}:`" if isinstance(key, str) else f"entry {key + 1}"
    return marked.fault(steps, f"{name} {_expected(kind, context, entry)}, got {_shown(entry['input'])}")


def _expected(kind: str, context: dict, entry: dict) -> str:
    """Say in plain words what was expected."""
    plain = {
        "bool_type": "expected true or false",
        "string_type": "expected text (put it in quotes)",
        "float_type": "expected a number",
        "int_type": "expected a whole number",
        "finite_number": "expected a finite number",
        "tuple_type": "expected a list",
        "model_type": "expected keys and values",
        "dict_type": "expected keys and values",
        "model_attributes_type": "expected keys and values",
        "string_too_short": "expected some text",
    }
    if kind in plain:
        return plain[kind]
    if kind == "literal_error":
        return f"expected one of {context['expected']}"
    if kind == "too_short":
        return f"expected at least {context['min_length']} entries"
    if kind == "too_long":
        return f"expected at most {context['max_length']} entries"
    if kind == "string_pattern_mismatch":
        return f"expected the form {_FORMS.get(context['pattern'], context['pattern'])}"
    if kind == "string_too_long":
        return f"expected at most {context['max_length']} characters"
    return f"does not fit: {entry['msg'][0].lower()}{entry['msg'][1:]}"


_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "`two-words` (small letters, digits, hyphens)",
    r"^([a-z0-9-]+#)?[a-z0-9]+(-[a-z0-9]+)*$": "`anchor` or `other-page#anchor`",
    r"^M-\d\d$": "`M-06`",
    r"^[a-z0-9-]+(#[a-z0-9]+(-[a-z0-9]+)*)?$": "`page#anchor`, or `page` alone",
    r"^[a-z0-9-]+/[a-z0-9]+(-[a-z0-9]+)*$": "`page/card`",
    r"^\$[^$]+\$$": "`$...$`",
    r"^[A-Za-z][A-Za-z0-9_]*$": "of a Python name",
}


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _keys(model: type[BaseModel], loc: tuple[Step, ...]) -> list[str]:
    """The keys that are allowed where pydantic's `loc` ends."""
    for step in loc[:-1]:
        if isinstance(step, str):
            model = _inner(model, step)
    return list(model.model_fields)


def _inner(model: type[BaseModel], step: str) -> type[BaseModel]:
    """The model behind a field, or behind the tag of a union that the field holds."""
    if step in model.model_fields:
        found = list(_models(model.model_fields[step].annotation))
        return found[0] if len(found) == 1 else _Union(found)
    return model.tagged.get(step, model) if isinstance(model, _Union) else model


class _Union:
    """Several models that share a place, told apart by their `type`."""

    def __init__(self, members: list[type[BaseModel]]):
        self.model_fields = {k: f for m in members for k, f in m.model_fields.items()}
        self.tagged = {get_args(m.model_fields["type"].annotation)[0]: m for m in members}


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
