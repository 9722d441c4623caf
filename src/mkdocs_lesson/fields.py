"""The fields that questions are made of: slugs, texts, numbers, and names that a family draws.

In a question with a `family`, `{= w:.1f =}` stands for the drawn `w`. Validating such a
question again, with the drawn names as context, puts their values in.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo

from mkdocs_lesson.faults import near
from mkdocs_lesson.marked_yaml import Step, texts
from mkdocs_lesson.program import formatted, shown

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME = r"^[A-Za-z][A-Za-z0-9_]*$"
DRAWN = re.compile(
    r"\{=[ \t]*(?P<name>[A-Za-z]\w*)(?P<indices>(?:\[-?\d+\])*)(?::(?P<format>[^=\n]*?))?[ \t]*=\}"
)

LETTERS = "abcdefghij"
"""Name the parts of an answer, by their place in the file."""

_UNSEEN = {
    *("id", "teaches", "objectives", "level", "hints", "explain", "check", "unchecked"),
    *("why", "misconception", "feedback", "expr"),
}


def _value(found: re.Match, names: dict[str, object]) -> object:
    name = found["name"]
    if name not in names:
        raise ValueError(f"`make` sets no `{name}`; {near(name, names)}")
    value = names[name]
    for index in re.findall(r"-?\d+", found["indices"]):
        value = value[int(index)]
    return value


def _fill_text(text: object, info: ValidationInfo) -> object:
    if not info.context or not isinstance(text, str):
        return text
    return DRAWN.sub(lambda found: shown(_value(found, info.context), found["format"] or ""), text)


def _fill_code(text: object, info: ValidationInfo) -> object:
    """As `_fill_text`, with the minus sign of programs."""
    if not info.context or not isinstance(text, str):
        return text
    return DRAWN.sub(lambda found: formatted(_value(found, info.context), found["format"] or ""), text)


def _fill_value(value: object, info: ValidationInfo) -> object:
    """The drawn value itself; with a format, the number that the reader sees."""
    found = DRAWN.fullmatch(value) if isinstance(value, str) and info.context else None
    if found is None:
        return _fill_code(value, info)
    drawn = _value(found, info.context)
    return float(formatted(drawn, found["format"])) if found["format"] else drawn


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Slugs = Annotated[tuple[Slug, ...], Field(min_length=1)]
Name = Annotated[str, StringConstraints(pattern=NAME, max_length=30)]
Anchor = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+#)?[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, BeforeValidator(_fill_text), StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, BeforeValidator(_fill_code), StringConstraints(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Drawn = Annotated[str, StringConstraints(pattern=r"^\{=.+=\}$")]
DrawnNumber = Annotated[Number | Drawn, BeforeValidator(_fill_value)]
DrawnTruth = Annotated[bool | Drawn, BeforeValidator(_fill_value)]
Value = Annotated[bool | int | Number | str | tuple | None, BeforeValidator(_fill_value)]


class Model(BaseModel):
    """Frozen, strict about types, and without room for mistyped keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @cached_property
    def texts(self) -> list[tuple[tuple[Step, ...], str]]:
        """(steps, text) of every text in it."""
        return texts(self.model_dump())

    @property
    def version(self) -> str:
        """Eight hex digits that change when what is asked or what is right does."""
        content = json.dumps(_seen(self.model_dump(mode="json", exclude_defaults=True)), sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:8]


def _seen(data: object) -> object:
    """The data without what may be reworded while an answer to it stays an answer to it."""
    if isinstance(data, dict):
        return {key: _seen(value) for key, value in data.items() if key not in _UNSEEN}
    return [_seen(value) for value in data] if isinstance(data, list) else data
