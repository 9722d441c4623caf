"""A question comes in; it goes out as paper shows it: with room for the answer, or with the answer.

The order of options, lines and partners is that of the page, and a family stands there with its
first draw: every copy of a worksheet is the same.
"""

from __future__ import annotations

from html import escape
from math import ceil, log10

from mkdocs_lesson.families import instances
from mkdocs_lesson.fields import LETTERS
from mkdocs_lesson.questions import Cloze, Match, Multiple, Numeric, Order, Output, Question, Short, TrueFalse
from mkdocs_lesson.render.answering import answer_is, answers_are
from mkdocs_lesson.render.question import answering
from mkdocs_lesson.render.question_choices import shuffled
from mkdocs_lesson.render.question_parts import line_writer, mixed_lines, mixed_rights
from mkdocs_lesson.render.question_typed import blank_names, number, with_blanks
from mkdocs_lesson.render.text import blocks, code, first_and_rest, inline

BOX = '<span class="box"></span>'
RULE = '<span class="rule"></span>'


def worksheet(questions: dict[str, Question], *, answers: bool) -> str:
    """Return the questions as a numbered list, by full id; with `answers`, each with its key and its reasons."""
    return (
        f'<ol class="questions">{"".join(_item(*each, answers=answers) for each in questions.items())}</ol>'
    )


def _item(full_id: str, question: Question, *, answers: bool) -> str:
    [(_, drawn), *_] = instances(question)
    asked, more = first_and_rest(drawn.ask)
    extra = code(drawn.code) if isinstance(drawn, Output) else ""
    below = _key(full_id, drawn) if answers else _room(full_id, drawn)
    return f'<li id="{full_id}"><p class="ask">{asked}</p>{more}{extra}{below}</li>'


# --- without answers --------------------------------------------------------------------


def _room(full_id: str, question: Question) -> str:
    """What to tick, to number or to fill in."""
    how = answering(full_id, question).how
    return (f'<p class="how">{how}</p>' if how else "") + _form(full_id, question)


def _form(full_id: str, question: Question) -> str:
    if options := getattr(question, "options", ()):
        shown = (inline(option.text) for _, option in shuffled(full_id, options))
        return _choices(shown, several=isinstance(question, Multiple))
    match question:
        case TrueFalse():
            return _choices(["True", "False"], several=False)
        case Order():
            return _places(full_id, question)
        case Match():
            return _sides(full_id, question)
        case Cloze():
            return _gaps(question)
        case Output():
            rows = question.answer.count("\n") + 1
            return f'<p class="label">It prints:</p><div class="rows">{RULE * rows}</div>'
    unit = f' <span class="unit">{inline(question.unit)}</span>' if getattr(question, "unit", None) else ""
    room = '<div class="working"></div>' if isinstance(question, Numeric) else ""
    return f'{room}<p class="line"><span class="label">Answer:</span> {RULE}{unit}</p>'


def _choices(texts, *, several: bool) -> str:
    items = "".join(f"<li>{BOX}<span>{text}</span></li>" for text in texts)
    return f'<ol class="choices{" several" if several else ""}">{items}</ol>'


def _places(full_id: str, question: Order) -> str:
    shown = line_writer(question)
    items = "".join(f"<li>{BOX}{shown(text)}</li>" for _, text in mixed_lines(full_id, question))
    return f'<ul class="places">{items}</ul>'


def _sides(full_id: str, question: Match) -> str:
    lefts = "".join(f"<li>{BOX}<span>{inline(pair.left)}</span></li>" for pair in question.pairs)
    rights = "".join(f"<li>{text}</li>" for _, text in mixed_rights(full_id, question))
    return (
        '<p class="how">Write into each box the letter of what belongs to it.</p>'
        f'<div class="sides"><ul class="places">{lefts}</ul><ol type="A">{rights}</ol></div>'
    )


def _gaps(question: Cloze) -> str:
    gap = '<span class="gap"></span>'  # all of one width: none tells how long its answer is
    return f'<div class="sentence">{with_blanks(question.text, blank_names(question), lambda _: gap)}</div>'


# --- with answers -----------------------------------------------------------------------


def _key(full_id: str, question: Question) -> str:
    reasons = "".join(f"<li>{reason}</li>" for reason in _reasons(full_id, question))
    whys = f'<p class="label">What goes wrong</p><ul class="whys">{reasons}</ul>' if reasons else ""
    return f'<div class="key">{_right(full_id, question)}</div><div class="explain">{blocks(question.explain)}</div>{whys}'


def _right(full_id: str, question: Question) -> str:
    """The right answer; choices and partners by the letter that the worksheet gives them."""
    if getattr(question, "options", ()):
        right = [
            f"{letter}. {inline(option.text)}"
            for letter, option in _lettered(full_id, question)
            if option.correct
        ]
        return answers_are(iter(right)) if len(right) > 1 else answer_is(right[0])
    if isinstance(question, Match):
        places = {own: LETTERS[n].upper() for n, (own, _) in enumerate(mixed_rights(full_id, question))}
        return answers_are(
            f"{inline(pair.left)} → {places[own]}. {inline(pair.right)}"
            for own, pair in zip(LETTERS, question.pairs, strict=False)
        )
    if isinstance(question, TrueFalse):
        return answer_is("A. True" if question.answer else "B. False")
    if isinstance(question, Numeric):
        unit = inline(question.unit) if question.unit else ""
        return answer_is(f"{_rounded(question.answer, question)} {unit}".strip())
    return answering(full_id, question).right


def _rounded(value: float, question: Numeric) -> str:
    """A number with no more digits than the answer is held to."""
    digits = ceil(-log10(question.tolerance))
    return min(number(value), number(round(value, digits)), key=len)


def _lettered(full_id: str, question: Question) -> list[tuple[str, object]]:
    """The options with the letters that a worksheet gives them, A first."""
    return [(LETTERS[n].upper(), option) for n, (_, option) in enumerate(shuffled(full_id, question.options))]


def _reasons(full_id: str, question: Question) -> list[str]:
    if getattr(question, "options", ()):
        return [
            f"<b>{letter}:</b> {inline(option.why)}"
            for letter, option in _lettered(full_id, question)
            if option.why
        ]
    match question:
        case TrueFalse():
            return [inline(question.why)]
        case Numeric():
            return [
                f"<b>{_rounded(near.near, question)}:</b> {inline(near.why)}" for near in question.feedback
            ]
        case Short():
            return [f"<b>{escape(near.near)}:</b> {inline(near.why)}" for near in question.feedback]
        case Order():
            return [f"{line_writer(question)(decoy.text)}: {inline(decoy.why)}" for decoy in question.decoys]
        case Match():
            return [f"<b>{inline(pair.left)}:</b> {inline(pair.why)}" for pair in question.pairs]
        case Cloze():
            return [
                f"<b>{escape(each.answer)}:</b> {inline(each.why)}"
                for each in map(question.blanks.get, blank_names(question))
            ]
    return []
