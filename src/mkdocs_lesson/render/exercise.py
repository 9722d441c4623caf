"""An exercise comes in; the element `<lesson-exercise>` goes out, readable without script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from mkdocs_lesson.exercise import Exercise
from mkdocs_lesson.render.text import attributes, blocks, code, inline


def render_exercise(exercise: Exercise, hints: tuple[str, ...]) -> str:
    """Return the task, the code to begin from, the hints and the solution of an exercise."""
    opening = attributes(
        class_="exercise", id=exercise.name, data_version=exercise.version, data_title=exercise.title
    )
    return (
        f"<lesson-exercise{opening}>"
        f'<p class="exercise-title"><span>Exercise</span> {inline(exercise.title)}</p>'
        f'<div class="task">{blocks(exercise.task)}</div>'
        f'<div class="program"><div class="program-head"><span class="program-name">{exercise.path.name}</span></div>'
        f"{_given(exercise)}{_code(exercise.part('stub'), 'stub')}{_OUTPUT}</div>"
        f'<template class="exam">{escape(_exam(exercise))}</template>'
        f"{''.join(_hints(hints))}{_answer(exercise)}"
        "</lesson-exercise>"
    )


_OUTPUT = (
    '<div class="output" hidden><p class="output-label">Output</p>'
    '<pre hidden><samp tabindex="0"></samp></pre></div>'
)


def _code(source: str, kind: str) -> str:
    return code(source).replace('class="highlight"', f'class="highlight {kind}"', 1)


def _given(exercise: Exercise) -> str:
    given = exercise.part("given")
    return _code(given, "given") if given else ""


def _exam(exercise: Exercise) -> str:
    """What the page needs to judge an attempt."""
    mistakes = [{"name": mistake.name, "code": mistake.code} for mistake in exercise.mistakes]
    return json.dumps(
        {"given": exercise.part("given"), "check": exercise.part("check"), "mistakes": mistakes}
    )


def _hints(hints: tuple[str, ...]) -> Iterator[str]:
    for number, hint in enumerate(hints, start=1):
        label = f"Hint {number}" if len(hints) > 1 else "Hint"
        yield f'<details class="hint"><summary>{label}</summary>{blocks(hint)}</details>'


def _answer(exercise: Exercise) -> str:
    diagnoses = "".join(
        f'<li data-mistake="{mistake.name}">{inline(mistake.diagnosis)}</li>' for mistake in exercise.mistakes
    )
    return (
        '<details class="answer" data-search-exclude><summary>Show a solution</summary>'
        f"{code(exercise.part('solution'))}"
        f'<p class="mistakes-label">What often goes wrong:</p><ul class="mistakes">{diagnoses}</ul></details>'
    )
