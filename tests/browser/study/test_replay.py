"""What is under review, when it is due, and in what order it is asked."""

import random
from collections import Counter
from itertools import pairwise

import pytest
from study.actions import run

pytestmark = pytest.mark.browser

NOON = "2026-11-21T12:00:00Z"


def test_a_question_comes_to_review_with_its_first_wrong_answer_and_a_right_one_never(
    study,
):
    page = study(now=NOON)
    items = run(
        page,
        """
      const answer = (id, ok) => store.addEvent("q", id, {a: "x", ok});
      answer("neuron/known", true);
      answer("neuron/missed", false);
      answer("neuron/missed", true);
      store.addEvent("p", "neuron/guessed", {ok: true});
      store.addEvent("p", "neuron/wrongly-guessed", {ok: false});
      store.addEvent("x", "neuron/exercise", {ok: false});
      const today = studyDay(Date.now());
      const items = [...replay(store.events())];
      return items.map(([key, item]) => [key, item.due - today]);""",
    )
    assert sorted(items) == [["p|neuron/wrongly-guessed", 1], ["q|neuron/missed", 1]]


def repeats(ids):
    """How often one chapter comes twice in a row."""
    chapters = [name.split("/")[0] for name in ids]
    return sum(a == b for a, b in pairwise(chapters))


def fewest(ids):
    """How often it must, whatever the order: when one chapter has more than half."""
    most = max(Counter(name.split("/")[0] for name in ids).values())
    return max(2 * most - len(ids) - 1, 0)


def test_a_review_never_asks_one_chapter_twice_in_a_row_where_it_can_be_helped(study):
    rng = random.Random(0)
    sets = [[f"{rng.choice('aaabbcd')}/{n}" for n in range(rng.randint(1, 30))] for _ in range(300)]
    mixed = run(
        study(),
        "return given.map((ids) => interleave(ids.map((id) => ({ id }))).map(({ id }) => id))",
        sets,
    )
    for ids, order in zip(sets, mixed, strict=True):
        assert sorted(order) == sorted(ids)
        assert repeats(order) == fewest(ids)


def test_a_review_changes_the_topic_where_it_cannot_change_the_chapter(study):
    mixed = run(
        study(),
        """const items = given.map((id) => ({ id }));
      return interleave(items, ({ id }) => id[2]).map(({ id }) => id)""",
        ["a/x1", "a/x2", "a/y1", "a/y2"],
    )
    assert mixed == ["a/x1", "a/y1", "a/x2", "a/y2"]


DUE = """
  const day = studyDay(Date.now());
  const item = (n, more) => ({ id: `a/${n}`, due: day - n, day: day - 9, since: day - 20, sure: false, ...more });
"""


def test_what_was_wrong_and_sure_comes_first_and_then_the_longest_overdue(study):
    ids = run(
        study(now=NOON),
        DUE
        + "return dueItems([item(1), item(3), item(0, { sure: true }), item(2)], day).map(({ id }) => id)",
    )
    assert ids == ["a/0", "a/3", "a/2", "a/1"]


@pytest.mark.parametrize(("most", "count"), [(10, 4), (3, 2), (1, 0), ("Infinity", 4)])
def test_a_day_holds_as_many_reviews_as_the_reader_wants_and_new_cards_do_not_count(study, most, count):
    left = run(
        study(now=NOON),
        DUE
        + f"""
      const done = item(5, {{ due: day + 3, day }});
      const fresh = item(6, {{ due: day + 3, day, since: day }});
      return dueWithin([item(1), item(2), item(3), item(4), done, fresh], day, {most}).length""",
    )
    assert left == count


def test_a_lapse_counts_once_a_day_and_five_make_a_leech(study):
    page = study(now="2026-06-01T12:00:00Z")
    script = """
      store.addEvent("c", "neuron/role", { g: 1 });
      store.addEvent("c", "neuron/role", { g: 1 });
      const item = replay(store.events()).get("c|neuron/role");
      return [item.lapses, isLeech(item)];"""
    found = []
    for day in range(1, 7):
        page.clock.set_fixed_time(f"2026-06-{day:02}T12:00:00Z")
        found.append(run(page, script))
    assert found == [[0, False], [1, False], [2, False], [3, False], [4, False], [5, True]]


def test_a_right_answer_with_a_hint_comes_back_sooner_than_one_without(study):
    alone, hinted = run(
        study(now=NOON),
        """
      const at = (t, more) => ({ kind: "q", id: "a/b", t: Date.now() + t * 864e5, value: { a: "x", ok: true, ...more } });
      const due = (last) => replay([at(0, { ok: false }), at(3, last)]).get("q|a/b").due;
      return [due({}), due({ h: 1 })];""",
    )
    assert hinted < alone


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/New_York", "2026-03-08"), ("Europe/Berlin", "2026-10-25")],
)
def test_a_card_is_due_on_the_right_day_across_the_change_of_summer_time(study, zone, day):
    page = study(timezone_id=zone)
    ahead = run(
        page,
        """
      const local = (offset, hour) => {
        const at = new Date(given + "T00:00");
        at.setDate(at.getDate() + offset);
        return at.setHours(hour);
      };
      const at = (t) => ({ kind: "c", id: "neuron/role", t, value: { g: 3 } });
      const { due } = replay([at(local(-1, 23))]).get("c|neuron/role");
      return [-1, 0, 1, 2].map((offset) => due - studyDay(local(offset, 5)));""",
        day,
    )
    assert ahead == [2, 1, 0, -1]
