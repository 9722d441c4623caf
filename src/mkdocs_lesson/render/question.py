"""A question comes in; the element `<lesson-quiz>` goes out, answerable without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_lesson.families import instances
from mkdocs_lesson.questions import (
    Cloze,
    Match,
    Numeric,
    Order,
    Output,
    Question,
    Short,
    TrueFalse,
)
from mkdocs_lesson.render.answering import Answering
from mkdocs_lesson.render.question_choices import render_options, render_statement
from mkdocs_lesson.render.question_parts import render_match, render_order
from mkdocs_lesson.render.question_typed import render_cloze, render_number, render_output, render_short
from mkdocs_lesson.render.text import attributes, blocks, code, first_and_rest

FORMS: dict[type, Callable[[str, Question], Answering]] = {
    TrueFalse: render_statement,
    Numeric: render_number,
    Output: render_output,
    Order: render_order,
    Match: render_match,
    Cloze: render_cloze,
    Short: render_short,
}


def render_question(full_id: str, question: Question, foot: str) -> str:
    """Return one question. `foot` is the line of links below its answer.

    Raises:
        FamilyFailed: Its family draws nothing usable.
    """
    drawn = [_drawn(full_id, instance, foot) for _, instance in instances(question)]
    data, inside = drawn[0]
    opening = attributes(
        class_="question",
        id=full_id,
        data_type=question.type,
        data_version=question.version,
        data_objectives=" ".join(question.objectives),
    )
    return f"<lesson-quiz{opening}{data}>{inside}{_draws(drawn) if question.family else ''}</lesson-quiz>"


def _drawn(full_id: str, question: Question, foot: str) -> tuple[str, str]:
    """The attributes that change from draw to draw, and what stands inside the element."""
    answers = answering(full_id, question)
    extra = code(question.code) if isinstance(question, Output) else ""
    how = f'<p class="how">{answers.how}</p>' if answers.how else ""
    whys = f'<ul class="whys">{"".join(answers.whys)}</ul>' if answers.whys else ""
    asked, more = first_and_rest(question.ask)  # only words may stand in a legend
    inside = (
        f"<form><fieldset><legend>{asked}</legend>{more}"
        f"{extra}{how}{answers.form}</fieldset></form>{''.join(_hints(question))}"
        '<details class="answer" data-search-exclude><summary>Check my answer</summary>'
        f'{whys}<div class="key">{answers.right}</div>'
        f'<div class="explain">{blocks(question.explain)}{foot}</div></details>'
    )
    return attributes(data_answer=answers.key, **answers.data), inside


def answering(full_id: str, question: Question) -> Answering:
    """The form, the key and the reasons of a question."""
    if getattr(question, "options", ()):
        return render_options(full_id, question)
    return FORMS[type(question)](full_id, question)


def _draws(drawn: list[tuple[str, str]]) -> str:
    """Every draw, for the button that brings another one."""
    templates = (f'<template class="draw"{data}>{inside}</template>' for data, inside in drawn)
    return f"<lesson-draws data-search-exclude>{''.join(templates)}</lesson-draws>"


def _hints(question: Question) -> Iterator[str]:
    for number, hint in enumerate(question.hints, start=1):
        label = f"Hint {number}" if len(question.hints) > 1 else "Hint"
        yield f'<details class="hint"><summary>{label}</summary>{blocks(hint)}</details>'
