"""A pack comes in, JSON goes out: the whole of a quiz file, for programs of one's own."""

from __future__ import annotations

import json

from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.quiz import REVERSE

FORMAT, VERSION = "plainnet-questions", 1


def bank(pack: Pack) -> str:
    """The questions and cards with the keys of the YAML file; every id is the full one's end."""
    quiz = pack.quiz
    cards = [card for name, card in quiz.cards.items() if not name.endswith(REVERSE)]
    content = {
        "format": FORMAT,
        "version": VERSION,
        "book": pack.book,
        "title": pack.title,
        "slug": quiz.slug,
        "address": pack.site + pack.addresses[quiz.slug],
        "questions": [q.model_dump(mode="json", exclude_defaults=True) for q in quiz.questions.values()],
        "cards": [card.model_dump(mode="json", exclude_defaults=True) for card in cards],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
