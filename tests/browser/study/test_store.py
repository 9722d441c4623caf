"""Progress survives damage, refusal, other tabs and wrong clocks."""

import json
from datetime import datetime

import pytest
from processor import Processor
from study.actions import FULL, GOOD_CARD, OPEN, REFUSED, T, run

pytestmark = pytest.mark.browser

NOON = "2026-11-21T12:00:00Z"


def keys(page):
    return page.evaluate("Object.keys(localStorage).sort()")


def test_each_event_has_a_key_of_its_own(study):
    page = study(now=NOON)
    run(
        page,
        """
      store.addEvent("q", "neuron/sign", {a: "b", ok: false, v: "1"});
      store.addEvent("q", "neuron/sign", {a: "a", ok: true, v: "1"});""",
    )
    stored = page.evaluate("({...localStorage})")
    first, second = sorted(stored)
    assert json.loads(stored[first]) == {"a": "b", "ok": False, "v": "1"}
    start, _, moment = first.rpartition("|")
    assert start == "/book/|e|q|neuron/sign"
    assert int(moment, 36) == datetime.fromisoformat(NOON).timestamp() * 1000
    assert second == f"{start}|{moment[:-1]}1"


def test_a_clock_set_back_neither_reorders_events_nor_counts_days_backward(study):
    page = study(now="2030-01-10T12:00:00Z")
    run(page, 'store.addEvent("c", "neuron/role", {g: 3});')
    page.clock.set_fixed_time("2026-01-01T12:00:00Z")
    grades, item = run(
        page,
        """
      store.addEvent("c", "neuron/role", {g: 1});
      const grades = store.events().map((event) => event.value.g);
      return [grades, replay(store.events()).get("c|neuron/role")];""",
    )
    assert grades == [3, 1]
    assert item["due"] == item["day"] + 1


WRITE_300 = """
  for (let i = 0; i < 300; i += 1) {
    store.addEvent("c", `${given}/card-${i % 7}`, {g: 3});
    if (i % 20 === 0) await new Promise((go) => setTimeout(go));
  }
  window.done = true;
"""


def test_events_of_two_tabs_that_write_at_once_are_all_kept(reader):
    context = reader()
    tabs = [context.new_page() for _ in range(2)]
    for tab in tabs:
        tab.goto("")
    for tab, deck in zip(tabs, ("neuron", "layers"), strict=True):
        start = f"(given) => {{ (async () => {{ {OPEN} {WRITE_300} }})(); }}"
        tab.evaluate(start, deck)
    for tab in tabs:
        tab.wait_for_function("window.done")
    assert run(tabs[0], "return store.events().length") == 600


SPOILT = ["", "{", "[]", "null", '"x"', "{}", '{"g":9}', '{"g":"3"}', '{"g":3,"x":{}}']
DAMAGED = {
    **{f"e|c|neuron/card-{n}|{T}": text for n, text in enumerate(SPOILT)},
    f"e|c|neuron|{T}": '{"g":3}',
    f"e|c|<b>/x|{T}": '{"g":3}',
    "e|c|neuron/role|0": '{"g":3}',
    f"e|q|neuron/sign|{T}": '{"a":"b"}',
    "d|note|": '{"at":1700000000000,"body":1}',
    "d|note|x": '{"at":"now","body":1}',
}


def test_what_is_damaged_is_set_aside_and_the_rest_lives(study):
    page = study(stored=DAMAGED | {GOOD_CARD: '{"g":3}'})
    ids = run(page, "return store.events().map((event) => event.id)")
    assert ids == ["neuron/role"]
    assert run(page, "return store.documents().size") == 0
    aside = {f"/book/|bad:{key}": text for key, text in DAMAGED.items()}
    sound = {f"/book/|{GOOD_CARD}": '{"g":3}'}
    assert page.evaluate("({...localStorage})") == aside | sound


def test_keys_of_others_and_of_newer_versions_are_left_alone(study):
    newer = f"e|z|neuron/role|{T}"
    page = study(stored={GOOD_CARD: '{"g":3}', newer: "{}"})
    others = {"/.__palette": "{bad", f"/other/|{GOOD_CARD}": "{", "theme": "dark"}
    page.evaluate("(others) => { Object.assign(localStorage, others) }", others)
    assert run(page, "return store.events().length") == 1
    before = page.evaluate("localStorage.length")
    assert before == 5
    run(page, "store.erase();")
    assert page.evaluate("({...localStorage})") == others


@pytest.mark.parametrize(("script", "words"), [(FULL, "storage is full"), (REFUSED, "does not let the site")])
def test_without_storage_progress_lives_in_memory_and_is_said_to(study, script, words):
    status, count = study(script=script).evaluate("""async () => {
      const { progress } = await import("./assets/elements/progress.js");
      progress.addEvent("c", "neuron/role", {g: 3});
      progress.reload();
      return [progress.status, progress.events().length];
    }""")
    assert status.startswith("Not saved: ")
    assert words in status
    assert count == 1


def test_a_store_that_is_really_full_saves_when_there_is_room_again(study):
    full, roomy, count = run(
        study(),
        """
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        const text = "x".repeat(size);
        try { for (;;) localStorage.setItem("fill" + localStorage.length, text); }
        catch {}
      }
      store.addEvent("c", "neuron/role", {g: 3});
      const full = store.status;
      for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
      store.addEvent("c", "neuron/sum", {g: 3});
      return [full, store.status, Object.keys(localStorage).length];""",
    )
    assert full == "Not saved: this browser’s storage is full."
    assert roomy == ""
    assert count == 2


FULL_BUT_FOR_1000 = """
  localStorage.setItem("kept free", "x".repeat(1000));
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    const text = "x".repeat(size);
    try { for (;;) localStorage.setItem("fill" + localStorage.length, text); }
    catch {}
  }
  localStorage.removeItem("kept free");
"""


def test_what_is_too_large_for_a_full_store_keeps_nothing_smaller_out(study):
    status, stored, erased = run(
        study(),
        FULL_BUT_FOR_1000
        + """
      store.putDocument("note", "aaaaaaaa", "x".repeat(5000));
      store.addEvent("c", "neuron/role", {g: 3});
      const found = [store.status, Object.keys(localStorage).filter((key) => key.startsWith("/book/|"))];
      store.erase();
      return [...found, store.status];""",
    )
    assert status == "Not saved: this browser’s storage is full."
    assert [key.split("|")[1:3] for key in stored] == [["e", "c"]]
    assert erased == ""


IMPORT = 'const { progress } = await import("./assets/elements/progress.js");'


def test_what_another_tab_writes_is_heard(reader):
    context = reader()
    one, two = context.new_page(), context.new_page()
    one.goto("")
    two.goto("")
    one.evaluate(f"""async () => {{ {IMPORT}
      window.heard = [];
      const count = () => progress.events().length;
      progress.onChange((elsewhere) => heard.push([elsewhere, count()]));
    }}""")
    add = 'progress.addEvent("c", "neuron/role", {g: 3});'
    two.evaluate(f"async () => {{ {IMPORT} {add} }}")
    one.wait_for_function("window.heard.length > 0")
    assert one.evaluate("heard") == [[True, 1]]


FILL = """() => {
  for (let i = 0; i < 10_000; i += 1) {
    const time = (1.79e12 + i * 36e5).toString(36);
    const key = `/book/|e|c|chapter-${i % 40}/card-${i % 600}|${time}`;
    localStorage.setItem(key, JSON.stringify({ g: 1 + (i % 4), v: "aaaaaaaa" }));
  }
}"""


def test_ten_thousand_events_load_within_150_ms(study):
    page = study()
    page.evaluate(FILL)
    page.reload()
    processor = Processor(page)
    start = processor.all
    assert run(page, "return replay(store.events()).size") == 600
    span = processor.all - start
    print(f"10,000 events: loaded and replayed in {span:.0f} ms")
    assert span < 150
