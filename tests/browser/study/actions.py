"""What a test does with a page of questions and cards, and what the page kept."""

import json

T = "mi8wp2o0"  # a moment of November 2025
GOOD_CARD = f"e|c|neuron/role|{T}"

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
DAY = 864 * 10**5  # milliseconds


def moment(days):
    """So many days after T, as the keys have it."""
    left, text = int(T, 36) + days * DAY, ""
    while left:
        left, digit = divmod(left, 36)
        text = DIGITS[digit] + text
    return text


# Run before all other scripts: storage that is full, and none at all.
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
}"""
REFUSED = """Object.defineProperty(window, "localStorage", { get() {
  throw new DOMException("no", "SecurityError");
} })"""

OPEN = """
  const { createStore } = await import("./assets/elements/lib/store.js");
  const transfer = await import("./assets/elements/lib/transfer.js");
  const { exportProgress, readProgress } = transfer;
  const { replay, interleave, shuffled, dueItems, dueWithin, isLeech } = await import("./assets/elements/lib/replay.js");
  const { studyDay } = await import("./assets/elements/lib/days.js");
  const store = createStore(localStorage, "/book/|", Date.now);
"""


def run(page, body, argument=None):
    """Run JavaScript beside a fresh `store`; `body` returns something."""
    return page.evaluate(f"async (given) => {{ {OPEN} {body} }}", argument)


def events(page, kind):
    """The values of one kind of event, as stored."""
    stored = page.evaluate("Object.entries(localStorage).sort()")
    prefix = f"/book/|e|{kind}|"
    return [json.loads(value) for key, value in stored if key.startswith(prefix)]


def question(page, name):
    return page.locator(f"lesson-quiz[id='neuron/{name}']")


def check(asked):
    asked.get_by_role("button", name="Check").click()


def status(asked):
    return asked.get_by_role("status")


def place(page):
    """The line that says how far a sitting is."""
    return page.locator(".session-status")


def next_up(page):
    """Wait until the review shows what comes: a card, or a question."""
    page.locator("lesson-review :is(.card, lesson-quiz):visible").first.wait_for()


def grade(page, word):
    """Turn the card that is shown, and grade it."""
    page.locator(".card:visible summary").click()
    page.get_by_role("button", name=word).click()
