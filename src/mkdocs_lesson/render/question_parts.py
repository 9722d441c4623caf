"""Questions whose answer has parts: lines to put in order, sides to match."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mkdocs_lesson.fields import LETTERS
from mkdocs_lesson.questions import Match, Order
from mkdocs_lesson.render.answering import Answering, answers_are, select, stirred, why
from mkdocs_lesson.render.text import code, code_line, inline, plain


def render_order(full_id: str, question: Order) -> Answering:
    """A list of places beside each line; with script, the lines also move up and down."""
    decoys = question.decoys
    lines = mixed_lines(full_id, question)
    places = [(str(n), str(n)) for n in range(1, len(lines) + 1)]
    shown = line_writer(question)
    other = "<p>Other right orders count as well.</p>" if question.also_ok else ""
    return Answering(
        form=f'<lesson-order><ol class="lines">{"".join(_line(*line, places, shown) for line in lines)}</ol></lesson-order>',
        key="|".join(" ".join(LETTERS[n] for n in order) for order in question.accepted),
        right=f"<p><strong>Answer:</strong></p>{_in_order(question)}{other}",
        whys=[
            why(decoy.why, decoy.misconception, shown(decoy.text), for_=LETTERS[len(question.lines) + n])
            for n, decoy in enumerate(decoys)
        ],
        how=f"Give each line its place{', and leave out what does not belong' if decoys else ''}.",
    )


def mixed_lines(full_id: str, question: Order) -> list[tuple[str, str]]:
    """(letter, text) of the lines and decoys, as the reader finds them."""
    texts = [*question.lines, *(decoy.text for decoy in question.decoys)]
    return stirred(full_id, list(zip(LETTERS, texts, strict=False)))


def line_writer(question: Order) -> Callable[[str], str]:
    """What makes HTML of a line: of Python where a `check` runs it, else of words."""
    return _in_words if question.unchecked else code_line


def _in_words(line: str) -> str:
    return f"<span>{inline(line)}</span>"


def _line(letter: str, text: str, places: list[tuple[str, str]], shown) -> str:
    label = plain(shown(text))
    moves = "".join(
        f'<button type="button" class="button-quiet" data-move="{by}" aria-label="Move {word}: {escape(label)}">{sign}</button>'
        for by, word, sign in ((-1, "up", "↑"), (1, "down", "↓"))
    )
    return (
        f"<li>{select(letter, f'Place of: {label}', places, '–')}{shown(text)}"
        f'<span class="moves">{moves}</span></li>'
    )


def _in_order(question: Order) -> str:
    if question.unchecked:
        return f"<ol>{''.join(f'<li>{inline(line)}</li>' for line in question.lines)}</ol>"
    return code("\n".join(question.lines))


def mixed_rights(full_id: str, question: Match) -> list[tuple[str, str]]:
    """(letter of the left side it belongs to, HTML) of the right sides, as the reader finds them."""
    rights = (inline(pair.right) for pair in question.pairs)
    return stirred(full_id, list(zip(LETTERS, rights, strict=False)))


def render_match(full_id: str, question: Match) -> Answering:
    """A list of right sides beside each left one; formulas are named by a letter in the list."""
    rights = mixed_rights(full_id, question)
    named = any("<math" in right for _, right in rights)
    choices = [
        (letter, LETTERS[n].upper() if named else plain(right)) for n, (letter, right) in enumerate(rights)
    ]
    pairs = [
        f'<label class="pair"><span>{inline(pair.left)}</span>'
        f"{select(letter, plain(inline(pair.left)), choices, 'Choose')}</label>"
        for letter, pair in zip(LETTERS, question.pairs, strict=False)
    ]
    listed = "".join(f"<li>{right}</li>" for _, right in rights)
    return Answering(
        form=f'<div class="pairs">{"".join(pairs)}</div><ol class="rights{" named" if named else ""}" type="A">{listed}</ol>',
        key=" ".join(LETTERS[: len(question.pairs)]),
        right=answers_are(f"{inline(pair.left)} → {inline(pair.right)}" for pair in question.pairs),
        whys=[
            why(pair.why, pair.misconception, inline(pair.left), for_=letter)
            for letter, pair in zip(LETTERS, question.pairs, strict=False)
        ],
    )
