"""The shape of a quiz file: questions and cards as frozen models.

A new type of question is a new class here, a name in `Question`, and a function in each of
`render/answers.py`, `prove.py` and `flips.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mkdocs_lesson.fields import (
    Anchor,
    Code,
    DrawnNumber,
    DrawnTruth,
    Model,
    Name,
    Number,
    Slug,
    Slugs,
    Text,
    Value,
)

Form = Literal["text", "code", "int", "shape"]


class Wrong(Model):
    """Why a wrong answer tempts and why it fails, and the wrong idea behind it."""

    why: Text
    misconception: Slug | None = Field(None, description="A key of misconceptions.yml.")


class Option(Model):
    """One answer that a reader can choose."""

    text: Text
    correct: bool = False
    why: Text | None = Field(None, description="Why it tempts and why it fails; required when wrong.")
    misconception: Slug | None = Field(None, description="A key of misconceptions.yml.")
    value: Value = Field(None, description="What `check` sees as `value`; for `output`, the printed text.")
    expr: Code | None = Field(None, description="The option as a Python expression, for `check`.")


class Near(Wrong):
    """Feedback for a wrong number that people often give."""

    near: DrawnNumber
    expr: Code | None = Field(None, description="The mistake as a Python expression that gives `near`.")


class NearText(Wrong):
    """Feedback for a wrong text that people often give."""

    near: Text


class Decoy(Wrong):
    """A line that does not belong."""

    text: Code


class Pair(Wrong):
    """What stands at the left and what belongs to it; `why` says what makes people miss it."""

    left: Text
    right: Text


class Blank(Wrong):
    """What belongs into a blank; `why` says what people write instead."""

    answer: Text
    accept: tuple[Text, ...] = Field((), description="Other ways to write it.")


class Family(Model):
    """Python that draws the numbers of a question, so that there is always another one."""

    make: Text = Field(
        description="Python that sets names, for `{= name =}`. May use `random` and `math`; "
        "a failing `assert` draws again."
    )
    seed: int = 1
    draws: Annotated[int, Field(ge=2, le=20)] = Field(8, description="How many the page holds.")


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
    family: Family | None = Field(None, description="Draws the question's numbers.")


class Single(Base):
    """Choose the one right option."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]


class Multiple(Base):
    """Choose every right option."""

    type: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=6)]


class TrueFalse(Base):
    """Is the statement true?"""

    type: Literal["truefalse"]
    answer: DrawnTruth
    why: Text = Field(description="Why the wrong side tempts and why it fails.")
    misconception: Slug | None = Field(None, description="A key of misconceptions.yml.")


class Formula(Base):
    """Choose the formula; `check` is the reference that the right one equals everywhere."""

    type: Literal["formula"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]
    variables: Annotated[dict[Name, tuple[Number, Number]], Field(min_length=1)] = Field(
        description="Each variable of the formulas, and the range to try: `x: [-3, 3]`."
    )


class Numeric(Base):
    """Type a number."""

    type: Literal["numeric"]
    answer: DrawnNumber
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
    code: Code
    answer: Code = Field(description="The printed text, or the name of the exception.")
    options: Annotated[tuple[Option, ...], Field(max_length=5)] = ()


class Order(Base):
    """Put the lines in order and leave the decoys out."""

    type: Literal["order"]
    lines: Annotated[tuple[Code, ...], Field(min_length=2, max_length=7)]
    decoys: Annotated[tuple[Decoy, ...], Field(max_length=3)] = ()
    also_ok: tuple[tuple[int, ...], ...] = Field(
        (), description="Other right orders, by line: `[1, 0, 2]` begins with the second line."
    )

    @property
    def accepted(self) -> tuple[tuple[int, ...], ...]:
        """Every right order, as places in `lines`; the one that is written first."""
        return (tuple(range(len(self.lines))), *self.also_ok)


class Match(Base):
    """Find for each left side the right one."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=6)]


class Cloze(Base):
    """Fill the blanks of a sentence."""

    type: Literal["cloze"]
    text: Text = Field(description="The sentence; `[[name]]` is the blank of that name.")
    blanks: Annotated[dict[Name, Blank], Field(min_length=1, max_length=6)]
    form: Form = Field("text", description="What counts as the same: letters, code, a number or a shape.")


class Short(Base):
    """Type a shape, a piece of code, a whole number or a word."""

    type: Literal["short"]
    answer: Text
    accept: tuple[Text, ...] = Field((), description="Other ways to write it.")
    form: Form = Field("text", description="What counts as the same: letters, code, a number or a shape.")
    feedback: tuple[NearText, ...] = ()


Question = Annotated[
    Single | Multiple | TrueFalse | Formula | Numeric | Output | Order | Match | Cloze | Short,
    Field(discriminator="type"),
]


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
