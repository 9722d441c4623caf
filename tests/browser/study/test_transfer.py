"""Progress leaves as a file, comes back whole, and merges with another machine's."""

import json
import re

import pytest
from playwright.sync_api import expect
from study.actions import GOOD_CARD, T, run

pytestmark = pytest.mark.browser

NOON = "2026-11-21T12:00:00Z"
STATE = "[store.events(), [...store.documents()]]"


def test_documents_keep_the_newest_and_the_one_before_it(study):
    page = study(now=NOON)
    documents = run(
        page,
        """
      const version = (at, body) => new Map([["note|neuron", {at, body}]]);
      store.merge([], version(1.7e12, "old"));
      store.merge([], version(1.8e12, "new"));
      store.merge([], version(1.75e12, "between"));
      return [...store.documents()];""",
    )
    assert documents == [
        [
            "note|neuron",
            {
                "at": 1.8e12,
                "body": "new",
                "previous": {"at": 1.75e12, "body": "between"},
            },
        ]
    ]


def test_a_document_is_replaced_by_a_later_one_even_if_the_clock_was_set_back(study):
    page = study(now="2030-01-01T12:00:00Z")
    run(page, 'store.putDocument("order", "chapters", ["a"]);')
    page.clock.set_fixed_time(NOON)
    run(page, 'store.putDocument("order", "chapters", ["b"]);')
    assert run(page, 'return store.documents().get("order|chapters").body') == ["b"]


SOME = """
  const add = (kind, id, value) => store.addEvent(kind, id, value);
  add("c", "neuron/role", {g: 3, v: "1"});
  add("c", "neuron/sum", {g: 1, v: "1"});
  add("c", "layers/shape", {g: 4, v: "1"});
  add("q", "neuron/sign", {a: "b", ok: false, v: "1"});
  add("p", "neuron/by-hand", {a: "0.4", ok: false});
  store.putDocument("note", "neuron", "given " + given);
"""
EXPORT = "return JSON.stringify(exportProgress(store, Date.now()))"


def test_export_erase_and_import_bring_back_the_same_state(study):
    page = study(now=NOON)
    before, file, empty, after, added = run(
        page,
        SOME
        + f"""
      const state = () => structuredClone({STATE});
      const before = state();
      const file = JSON.stringify(exportProgress(store, Date.now()));
      store.erase();
      const empty = state();
      const {{ events, documents }} = readProgress(file);
      const added = store.merge(events, documents);
      return [before, JSON.parse(file), empty, state(), added];""",
    )
    assert empty == [[], []]
    assert after == before
    assert added == {"events": 5, "documents": 1}
    assert len(file.pop("events")) == 5
    assert list(file.pop("documents")) == ["note|neuron"]
    exported = "2026-11-21T12:00:00.000Z"
    assert file == {"format": "plainnet-progress", "version": 1, "exported": exported}


IMPORT = """
  const added = given.map(readProgress)
    .map(({ events, documents }) => store.merge(events, documents));
"""


def test_two_machines_merge_to_the_same_state_in_either_order(study):
    one = run(study(now=NOON), SOME + EXPORT, "one")
    two = run(study(now="2026-11-22T12:00:00Z"), SOME + EXPORT, "two")
    first = run(study(), IMPORT + f"return {STATE}", [one, two])
    second = run(study(), IMPORT + f"return {STATE}", [two, one])
    assert first == second
    events, [[_, note]] = first
    assert len(events) == 10
    assert note["body"] == "given two"
    assert note["previous"]["body"] == "given one"


def test_a_second_import_adds_nothing(study):
    file = run(study(now=NOON), SOME + EXPORT, "one")
    added = run(study(), IMPORT + "return added", [file, file])
    assert added == [{"events": 5, "documents": 1}, {"events": 0, "documents": 0}]


def a_file(**changes):
    sound = {"format": "plainnet-progress", "version": 1, "events": {}, "documents": {}}
    return json.dumps(sound | changes)


def an_event(key, value):
    return a_file(events={key: value})


def a_note(at=1.7e12, body=1):
    return a_file(documents={"note|x": {"at": at, "body": body}})


CARD = f"c|neuron/role|{T}"
QUESTION = f"q|neuron/sign|{T}"
HOSTILE = {
    "cut short": a_file()[:-5],
    "empty": "",
    "foreign": '{"cards": []}',
    "null": "null",
    "list": "[1]",
    "version": a_file(version=2),
    "no events": a_file(events=None),
    "a list of events": a_file(events=[1]),
    "kind": an_event(f"z|neuron/role|{T}", {"g": 3}),
    "id with markup": an_event(f"c|<img src=x onerror=alert(1)>/x|{T}", {"g": 3}),
    "id that climbs": an_event(f"c|../x|{T}", {"g": 3}),
    "prototype": an_event("__proto__", {"g": 3}),
    "prototype in a value": an_event(CARD, {"g": 3, "__proto__": {"x": 1}}),
    "grade": an_event(CARD, {"g": 5}),
    "grade that is text": an_event(CARD, {"g": "3"}),
    "time before 2001": an_event("c|neuron/role|10000000", {"g": 3}),
    "time far ahead": an_event("c|neuron/role|zzzzzzzzz", {"g": 3}),
    "time not a number": a_note(at="soon"),
    "time beyond all": a_note(at=1e300),
    "long answer": an_event(QUESTION, {"a": "x" * 2001, "ok": True}),
    "nested answer": an_event(QUESTION, {"a": ["x"], "ok": True}),
    "no verdict": an_event(QUESTION, {"a": "x"}),
    "document key": a_file(documents={"<b>|x": {"at": 1.7e12, "body": 1}}),
    "large document": a_note(body="x" * 300_001),
    "deep document": a_note(body="DEEP").replace('"DEEP"', "[" * 400_000 + "]" * 400_000),
}


def test_a_foreign_broken_or_hostile_file_changes_nothing_and_says_why(study):
    page = study("review/", now=NOON, stored={GOOD_CARD: '{"g":3}'})
    before = page.evaluate("JSON.stringify(localStorage)")
    said = page.locator("lesson-progress:defined [role=status]")
    because = re.compile(r"^This file .*\. Nothing was changed\.$")
    for name, text in HOSTILE.items():
        said.evaluate("(each) => { each.textContent = '' }")
        file = {"name": "x.json", "mimeType": "text/json", "buffer": text.encode()}
        page.locator("input[type=file]").set_input_files(file)
        expect(said, name).to_have_text(because)
        assert page.evaluate("JSON.stringify(localStorage)") == before


def test_a_huge_file_is_refused(study):
    said = run(
        study(),
        """
      try { readProgress(" ".repeat(2e7 + 1)); } catch (error) { return error.message; }
    """,
    )
    assert said == "This file is too large"
