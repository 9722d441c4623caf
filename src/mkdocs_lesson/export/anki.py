"""Packs come in, an Anki package goes out: the same bytes for the same content.

Ids are promises here too. A note's GUID comes from the full id, so that a second import
updates the text and keeps the learner's schedule. Anki skips notes whose type has other
fields than before: the fields below never change, and two are kept spare for later.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import sqlite3
import zipfile

import genanki

from mkdocs_lesson.export.faces import sides
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.sides import as_html
from mkdocs_lesson.questions import Card, Question

NAMESPACE = "plainnet-book"
MODEL = 1_531_642_001
FIELDS = ("Id", "Front", "Back", "Link", "Extra1", "Extra2")
QUESTION = "{{Front}}"
ANSWER = (
    "{{FrontSide}}<hr id=answer>{{Back}}"
    '{{#Link}}<p class="link"><a href="{{Link}}">Read it again</a></p>{{/Link}}'
)
STYLE = """.card { max-width: 34em; margin: 1.5em auto; padding: 0 1em; font: 20px/1.5 system-ui, sans-serif; text-align: left }
pre { padding: .6em .8em; overflow-x: auto; background: #7f7f7f1f; border-radius: 6px; font-size: 85% }
hr { margin: 1.5em 0; border: 0; border-top: 1px solid #7f7f7f55 }
.link { font-size: 80% }
"""
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier day


def anki(packs: list[Pack]) -> bytes:
    """An .apkg file with one deck for each pack."""
    base = sqlite3.connect(":memory:")
    cursor = base.cursor()
    genanki.Package([]).write_to_db(cursor, 0, itertools.count())  # the empty collection
    for pack in packs:
        ids = itertools.count(pack.changed * 1000 + _number(pack.quiz.slug) % 1000)
        _deck(pack).write_to_db(cursor, pack.changed, ids)
    base.commit()
    return _zipped({"collection.anki2": base.serialize(), "media": b"{}"})


def _deck(pack: Pack) -> genanki.Deck:
    title, book = (name.replace("::", ":") for name in (pack.title, pack.book))
    deck = genanki.Deck(_number(pack.quiz.slug), f"{book}::{title}")
    for place, (full_id, entry) in enumerate(pack.entries()):
        deck.add_note(_note(pack, full_id, entry, place))
    return deck


def _note(pack: Pack, full_id: str, entry: Question | Card, place: int) -> genanki.Note:
    front, back = (as_html(parts) for parts in sides(full_id, entry))
    kind = "card" if isinstance(entry, Card) else "question"
    return genanki.Note(
        model=_model(),
        fields=[full_id, front, back, pack.teaches(entry), "", ""],
        guid=genanki.guid_for(NAMESPACE, full_id),
        tags=[kind, pack.quiz.slug],
        due=place,
    )


def _model() -> genanki.Model:
    return genanki.Model(
        MODEL,
        f"{NAMESPACE} 1",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": QUESTION, "afmt": ANSWER}],
        css=STYLE,
    )


def _number(slug: str) -> int:
    """A number that a slug always gets, of the size that Anki uses for ids."""
    return 1 << 30 | int.from_bytes(hashlib.sha256(f"{NAMESPACE}/{slug}".encode()).digest()[:4]) >> 2


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()
