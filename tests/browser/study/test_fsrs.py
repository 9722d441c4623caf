"""Our FSRS-6 core against the `fsrs` package, and days as a learner counts them."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

pytestmark = pytest.mark.browser

REPLAY = """async ({weights, retention, histories}) => {
  const { createScheduler } = await import("./assets/elements/lib/fsrs.js");
  const { step, interval, retrievability } = createScheduler(weights, retention);
  return histories.map((history) => {
    let memory = null;
    return history.map(([days, grade]) => {
      const recall = memory && retrievability(days, memory.s);
      memory = step(memory, days, grade);
      return [memory.s, memory.d, interval(memory.s), recall];
    });
  });
}"""


def a_history(rng):
    """A list of (whole days since the last review, grade)."""
    scale = rng.choice([2, 10, 60])
    length = rng.randint(2, 25)
    days = [0] + [0 if rng.random() < 0.25 else 1 + int(rng.expovariate(1 / scale)) for _ in range(length)]
    return [(day, rng.choices([1, 2, 3, 4], [2, 2, 6, 1])[0]) for day in days]


def some_weights(rng):
    """The default weights, each up to a fifth larger or smaller."""
    bounds = zip(
        DEFAULT_PARAMETERS,
        LOWER_BOUNDS_PARAMETERS,
        UPPER_BOUNDS_PARAMETERS,
        strict=True,
    )
    return [min(max(weight * rng.uniform(0.8, 1.2), low), high) for weight, low, high in bounds]


def reference(weights, retention, history):
    """What `fsrs` makes of it: stability, difficulty, interval, earlier recall."""
    scheduler = Scheduler(weights, retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, now = Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC)
    for days, grade in history:
        now += timedelta(days=days) if days else timedelta(seconds=1)
        recall = scheduler.get_card_retrievability(card, now) if card.stability else None
        card, _ = scheduler.review_card(card, Rating(grade), now)
        yield card.stability, card.difficulty, (card.due - now).days, recall


@pytest.mark.parametrize("seed", range(6))
def test_memory_and_intervals_equal_the_reference_on_200_histories_each(study, seed):
    rng = random.Random(seed)
    weights = some_weights(rng) if seed else list(DEFAULT_PARAMETERS)
    retention = rng.choice([0.8, 0.85, 0.9, 0.95]) if seed else 0.9
    histories = [a_history(rng) for _ in range(200)]
    ours = study().evaluate(REPLAY, {"weights": weights, "retention": retention, "histories": histories})
    for history, states in zip(histories, ours, strict=True):
        for state, expected in zip(states, reference(weights, retention, history), strict=True):
            stability, difficulty, interval, recall = expected
            assert state[0] == pytest.approx(stability, rel=1e-9, abs=1e-9)
            assert state[1] == pytest.approx(difficulty, abs=1e-9)
            assert state[2] == interval
            assert state[3] == pytest.approx(recall, abs=1e-9)


def test_our_default_weights_are_the_reference_ones(study):
    weights = study().evaluate("""async () => (await import("./assets/elements/lib/fsrs.js")).WEIGHTS""")
    assert weights == list(DEFAULT_PARAMETERS)


STUDY_DAY = """async (moments) => {
  const { studyDay } = await import("./assets/elements/lib/days.js");
  return moments.map((moment) => studyDay(new Date(moment).getTime()));
}"""


@pytest.mark.parametrize(
    ("zone", "moments"),
    [
        (
            "Europe/Berlin",
            [
                "2026-03-28T04:00",
                "2026-03-29T03:59",
                "2026-03-29T04:00",
                "2026-03-30T03:59",
            ],
        ),
        (
            "America/New_York",
            [
                "2026-10-31T04:00",
                "2026-11-01T03:59",
                "2026-11-01T04:00",
                "2026-11-02T03:59",
            ],
        ),
        (
            "Pacific/Kiritimati",
            [
                "2026-01-01T04:00",
                "2026-01-02T03:59",
                "2026-01-02T04:00",
                "2026-01-02T23:00",
            ],
        ),
    ],
)
def test_a_day_begins_at_four_by_the_local_clock_even_when_summer_time_changes(study, zone, moments):
    a, b, c, d = study(timezone_id=zone).evaluate(STUDY_DAY, moments)
    assert a == b
    assert c == b + 1
    assert d == c
