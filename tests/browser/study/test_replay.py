"""What is under review, when it is due, and in what order it is asked."""

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


def test_a_review_takes_the_chapters_in_turn(study):
    ids = ["a/1", "a/2", "a/3", "b/1", "c/1", "c/2"]
    mixed = run(
        study(),
        "return interleave(given.map((id) => ({ id }))).map(({ id }) => id)",
        ids,
    )
    assert mixed == ["a/1", "b/1", "c/1", "a/2", "c/2", "a/3"]


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
