"""The shape of a quiz file: questions and cards as frozen models.

A new type of question is a new class here, a name in `Question`, a function in
`render/question.py` and one in `prove.py`.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Anchor = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+#)?[a-z0-9]+(-[a-z0-9]+)*$")]
Slugs = Annotated[tuple[Slug, ...], Field(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]


class Model(BaseModel):
    """Frozen, strict about types, and without room for mistyped keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @property
    def version(self) -> str:
        """Eight hex digits that change when the content does."""
        content = json.dumps(self.model_dump(mode="json"), sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:8]


class Option(Model):
    """One answer that a reader can choose."""

    text: Text
    correct: bool = False
    why: Text | None = Field(None, description="Why it tempts and why it fails; required when wrong.")
    misconception: Slug | None = Field(None, description="A key of misconceptions.yml.")
    value: bool | int | Number | str | tuple | None = Field(
        None, description="What `check` sees as `value`; for `output`, the printed text."
    )
    expr: str | None = Field(None, description="The option as a Python expression, for `check`.")


class Near(Model):
    """Feedback for a wrong number that people often give."""

    near: Number
    why: Text
    misconception: Slug | None = None


class Base(Model):
    """What every question has."""

    id: Slug = Field(description="Names the idea tested. A promise: never reused or renamed.")
    ask: Text
    teaches: Anchor = Field(description="The heading that teaches it; `other-slug#anchor` elsewhere.")
    objectives: Slugs
    level: Literal["recall", "apply", "analyse"] = "recall"
    hints: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
    explain: Text
    check: Text | None = Field(None, description="Python that proves the key.")
    unchecked: Text | None = Field(None, description="Why no program can prove the key.")


class Single(Base):
    """Choose the one right option."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]


class Numeric(Base):
    """Type a number."""

    type: Literal["numeric"]
    answer: Number
    abs_tol: Annotated[Number, Field(ge=0)] = 0.0
    rel_tol: Annotated[Number, Field(ge=0)] = 0.0
    unit: Text | None = None
    feedback: tuple[Near, ...] = ()

    @property
    def tolerance(self) -> float:
        """How far from the answer a number may be and still count."""
        return max(self.abs_tol, self.rel_tol * abs(self.answer), 1e-9)


class Output(Base):
    """Predict what a program prints: by typing it, or by choosing."""

    type: Literal["output"]
    code: Text
    answer: Text = Field(description="The printed text, or the name of the exception.")
    options: Annotated[tuple[Option, ...], Field(max_length=5)] = ()


Question = Annotated[Single | Numeric | Output, Field(discriminator="type")]


class Card(Model):
    """One fact or one step, answerable in seconds."""

    id: Slug
    front: Text
    back: Text
    teaches: Anchor
    reverse: bool = Field(False, description="Also ask from the back to the front.")


class QuizFile(Model):
    """The questions and the cards of one page."""

    questions: tuple[Question, ...] = ()
    cards: tuple[Card, ...] = ()


class Misconception(Model):
    """A wrong idea that people really have, and what is so instead."""

    ref: Annotated[str, StringConstraints(pattern=r"^M-\d\d$")]
    says: Text
    but: Text
    chapter: Slug
