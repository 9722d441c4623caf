"""Decks, as a reader studies them."""

import pytest
from playwright.sync_api import expect
from study.actions import GOOD_CARD, events, grade, moment, place, run

pytestmark = pytest.mark.browser

MONDAY = "2026-11-02T12:00:00"


def card(page):
    return page.locator(".card:visible")


def test_a_deck_is_studied_with_the_keyboard_alone(study):
    page = study(now=MONDAY)
    expect(place(page)).to_have_text("1 of 3")
    expect(page.get_by_role("button", name="Good")).to_be_hidden()
    card(page).locator("summary").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("It shifts the threshold.")).to_be_visible()
    expect(page.locator(".grades button")).to_have_text(["Again1 d", "Hard1 d", "Good2 d", "Easy8 d"])
    page.keyboard.press("1")
    expect(place(page)).to_have_text("2 of 4")
    expect(card(page).locator("summary")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Good")).to_be_visible()
        page.keyboard.press("3")
    expect(place(page)).to_have_text("4 of 4")
    expect(card(page)).to_contain_text("What does a neuron’s bias do?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Good")).to_be_visible()
    page.keyboard.press("3")
    expect(place(page)).to_have_text("Done. 3 reviewed; next: 1 card tomorrow.")
    expect(place(page)).to_be_focused()
    assert sorted(event["g"] for event in events(page, "c")) == [1, 3, 3, 3]


def test_keys_grade_only_when_the_back_is_shown(study):
    page = study()
    card(page).locator("summary").focus()
    page.keyboard.press("3")
    expect(place(page)).to_have_text("1 of 3")
    assert events(page, "c") == []


def test_a_deck_asks_what_is_due_before_what_is_new(study):
    page = study(now=MONDAY)
    grade(page, "Good")
    expect(place(page)).to_have_text("2 of 3")
    page.reload()
    expect(place(page)).to_have_text("1 of 2")
    expect(card(page)).to_contain_text("pre-activation")
    page.clock.set_fixed_time("2026-11-04T05:00:00")
    page.reload()
    expect(place(page)).to_have_text("1 of 3")
    expect(card(page)).to_contain_text("bias do")


def test_a_deck_can_be_listed_and_studied_again(study):
    page = study()
    page.get_by_role("button", name="List all cards").click()
    expect(page.locator(".card:visible")).to_have_count(3)
    expect(page.locator(".session")).to_have_count(0)
    page.get_by_role("button", name="Study one by one").click()
    expect(page.locator(".card:visible")).to_have_count(1)


def test_an_idle_deck_hears_of_another_tab_and_a_busy_one_is_left_alone(reader):
    context = reader(now=MONDAY)
    one, two = context.new_page(), context.new_page()
    one.goto("")
    two.goto("")
    grade(one, "Good")
    expect(place(one)).to_have_text("2 of 3")
    expect(place(two)).to_have_text("1 of 2")
    grade(two, "Easy")
    expect(place(two)).to_have_text("2 of 2")
    one.wait_for_timeout(300)
    expect(place(one)).to_have_text("2 of 3")


def test_an_address_opens_the_deck_at_its_card_also_on_the_page_itself(study):
    page = study("#neuron/logistic", now=MONDAY)
    expect(card(page)).to_contain_text("range of the sigmoid")
    expect(card(page)).to_be_in_viewport()
    grade(page, "Good")
    expect(place(page)).to_have_text("2 of 3")
    page.evaluate("location.hash = '#neuron/sum'")
    expect(card(page)).to_have_count(1)
    expect(card(page)).to_contain_text("pre-activation")
    page.get_by_role("button", name="List all cards").click()
    page.evaluate("location.hash = '#neuron/role'")
    expect(page.locator(".card:visible")).to_have_count(3)


def test_a_card_forgotten_often_is_met_with_kindness(study):
    stored = {f"e|c|neuron/role|{moment(day)}": '{"g":1}' for day in range(6)}
    page = study(now=MONDAY, stored=stored)
    card(page).locator("summary").click()
    expect(page.locator(".session-comfort")).to_contain_text("slipped away 5 times. Some do, for everyone.")
    page.get_by_role("button", name="Again").click()
    expect(page.locator(".session-comfort")).to_be_empty()


def test_a_deck_is_studied_whole_in_an_order_that_chance_decides(study):
    page = study(
        now=MONDAY, stored={GOOD_CARD: '{"g":4}'}, script="let place = 3; Math.random = () => --place"
    )
    page.get_by_role("button", name="Shuffle").click()
    expect(place(page)).to_have_text("1 of 3")
    expect(page.get_by_role("button", name="Shuffle")).to_be_focused()
    shown = []
    for n in range(1, 4):
        expect(place(page)).to_have_text(f"{n} of 3")
        shown.append(card(page).get_attribute("id"))
        grade(page, "Good")
    assert shown == ["neuron/logistic", "neuron/sum", "neuron/role"]
    expect(place(page)).to_contain_text("Done. 3 reviewed")
    page.get_by_role("button", name="Shuffle").click()
    expect(place(page)).to_have_text("1 of 3")


def test_each_order_is_as_likely_as_the_others(study):
    orders = run(
        study(),
        """
      const dealt = (...places) => shuffled([..."abc"], () => places.shift()).join("");
      const [low, middle, high] = [0.1, 0.5, 0.9];
      const pairs = [[low, middle], [middle, low], [low, high], [high, low], [middle, high], [high, middle]];
      return pairs.map(([a, b]) => dealt(a, b, low + middle + high - a - b));""",
    )
    assert sorted(orders) == ["abc", "acb", "bac", "bca", "cab", "cba"]


def test_a_deck_starts_over_at_the_second_press(study):
    page = study(now=MONDAY)
    for word in ("Good", "Again", "Easy", "Good"):
        grade(page, word)
    expect(place(page)).to_contain_text("Done. 3 reviewed")
    tools = page.locator(".deck-tools")
    expect(tools.get_by_role("button", name="Start over")).to_be_hidden()
    for press in (1, 2):
        page.get_by_role("button", name="List all cards").click()
        tools.get_by_role("button", name="Start over").click()
        sure = tools.get_by_role("button", name="Forget all grades?")
        expect(sure).to_be_focused()
        if press == 1:
            page.get_by_role("button", name="Study one by one").click()
            expect(place(page)).to_contain_text("Nothing left for today")
    sure.click()
    expect(place(page)).to_have_text("1 of 3")
    page.reload()
    expect(place(page)).to_have_text("1 of 3")
    assert [event["g"] for event in events(page, "c")].count(0) == 3
    page.get_by_role("button", name="List all cards").click()
    expect(tools.get_by_role("button", name="Start over")).to_be_hidden()
