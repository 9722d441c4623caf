"""The real Anki opens the package that the build makes, and keeps what a learner has done."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition as Update

from mkdocs_lesson.book import open_book
from mkdocs_lesson.export.anki import FIELDS, MODEL, anki
from mkdocs_lesson.export.files import packs
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.quiz import load_quiz

NAME, SITE = "A Book: of Things", "https://example.org/book/"


@pytest.fixture
def collection(tmp_path):
    """An empty collection of a learner."""
    opened = Collection(str(tmp_path / "learner.anki2"))
    yield opened
    opened.close()


def bring_in(collection: Collection, tmp_path: Path, content: bytes):
    """Import a package as Anki's own window does; return what Anki says it did."""
    path = tmp_path / "deck.apkg"
    path.write_bytes(content)
    options = ImportAnkiPackageOptions(update_notes=Update.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER)
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    return collection.import_anki_package(request).log


def rendered(collection: Collection) -> dict[str, str]:
    """Full id → what the learner sees, front and back, of every card."""
    cards = (collection.get_card(card) for card in collection.find_cards(""))
    return {card.note()["Id"]: card.question() + card.answer() for card in cards}


def test_anki_shows_every_card_and_question_of_the_book(root, tmp_path, collection):
    made = packs(open_book(root), NAME, SITE)
    log = bring_in(collection, tmp_path, anki(made))
    expected = {full_id for pack in made for full_id, _ in pack.entries()}
    seen = rendered(collection)
    assert set(seen) == expected
    assert len(log.new) == len(expected)
    assert not log.conflicting
    assert not collection.fix_integrity()[0].count("error")
    decks = {deck.name for deck in collection.decks.all_names_and_ids(include_filtered=False)}
    assert {f"{NAME}::{pack.title}" for pack in made} <= decks


def test_maths_is_for_mathjax_and_no_markup_is_left(root, tmp_path, collection):
    bring_in(collection, tmp_path, anki(packs(open_book(root), NAME, SITE)))
    seen = rendered(collection)
    assert r"\(a = \varphi(\mathbf{w} \cdot \mathbf{x} + b)\)" in seen["artificial-neuron/neuron-formula"]
    assert "<code>nn.Linear(3, 1)</code>" in seen["artificial-neuron/linear-weight-shape"]
    assert (
        f'<a href="{SITE}chapters/artificial-neuron/#vector-form">'
        in seen["artificial-neuron/neuron-formula"]
    )
    for name, page in seen.items():
        text = re.sub(
            r"<style.*?</style>|<pre>.*?</pre>|<code>.*?</code>|\\\(.*?\\\)|\\\[.*?\\\]|<[^>]*>",
            " ",
            page,
            flags=re.DOTALL,
        )
        left = re.search(r"\$|\*\*|``|\]\(|\{\{|\}\}|arithmatex|math>|\[\.\.\.\]", text)
        assert not left, f"{name}: {left[0]!r} is left in {text!r}"


def small(book: Path, time: int) -> Pack:
    [pack] = packs(open_book(book), NAME, SITE)
    return dataclasses.replace(pack, changed=time)


def test_second_import_updates_the_text_and_keeps_the_schedule(book, tmp_path, collection):
    bring_in(collection, tmp_path, anki([small(book, 1_700_000_000)]))
    card = collection.get_card(collection.find_cards("Id:small-steps/sum-of-two-card")[0])
    card.ivl, card.reps, card.type, card.queue, card.due = 17, 4, 2, 2, 30
    collection.update_card(card)

    path = book / "quizzes/small-steps.yml"
    path.write_text(path.read_text().replace("back: $0.3$", "back: $0.3$, nearly"))
    log = bring_in(collection, tmp_path, anki([small(book, 1_700_000_001)]))
    assert (len(log.new), len(log.updated)) == (0, 2)
    after = collection.get_card(card.id)
    assert after.note()["Back"] == r"<p>\(0.3\), nearly</p>"
    assert (after.ivl, after.reps, after.due) == (17, 4, 30)


def test_import_of_what_did_not_change_leaves_a_learners_edit(book, tmp_path, collection):
    content = anki([small(book, 1_700_000_000)])
    bring_in(collection, tmp_path, content)
    note = collection.get_note(collection.find_notes("Id:small-steps/sum-of-two-card")[0])
    note["Back"] = "my own words"
    collection.update_note(note)
    log = bring_in(collection, tmp_path, content)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 0, 2)
    assert collection.get_note(note.id)["Back"] == "my own words"


def test_two_pages_changed_in_the_same_second_both_arrive(book, tmp_path, collection):
    one = small(book, 1_700_000_000)
    other = book / "quizzes/other-steps.yml"
    other.write_text((book / "quizzes/small-steps.yml").read_text())
    two = dataclasses.replace(one, quiz=load_quiz(other), addresses=one.addresses | {"other-steps": "x/"})
    bring_in(collection, tmp_path, anki([one]))
    bring_in(collection, tmp_path, anki([two]))
    assert collection.note_count() == 4


def test_package_is_the_same_bytes_for_the_same_content(book):
    first = anki([small(book, 1_700_000_000)])
    assert anki([small(book, 1_700_000_000)]) == first
    assert anki([small(book, 1_700_000_001)]) != first


def test_ids_and_fields_never_change():
    """A learner's Anki knows them; with another value every note comes a second time."""
    assert MODEL == 1_531_642_001
    assert FIELDS == ("Id", "Front", "Back", "Link", "Extra1", "Extra2")
    assert genanki.guid_for("plainnet-book", "artificial-neuron/bias-only") == "zi1{P5A!FU"
