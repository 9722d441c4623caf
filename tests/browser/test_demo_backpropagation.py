"""The backpropagation stepper: its numbers are Python's, and it walks by button, key, click and link."""

from __future__ import annotations

import runpy

import pytest
from demo import PHONE, assert_light, assert_written, call, numbers, open_demo, page_width, part, press, rest
from playwright.sync_api import expect
from watch import watched

SLUG = "backpropagation"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demo(browser, site):
    """The demo on a narrow screen, opened once for all tests of this file."""
    with watched(browser, viewport=PHONE) as context:
        yield open_demo(context.new_page(), site, SLUG)


def test_fixture_and_still_figure_are_what_python_writes():
    assert_written(SLUG)


def test_values_and_slopes_are_pythons(demo, site, root):
    cases = numbers(SLUG)
    script = """(lib, all) => all.map(({ state }) => {
      const values = lib.forward(state);
      const locals = lib.EDGES.map(({ from, into, local }) => [`${from}>${into}`, local(values)]);
      return { values, slopes: lib.backward(values), locals: Object.fromEntries(locals) };
    })"""
    for case, found in zip(cases, call(demo.page, site, SLUG, script, cases), strict=True):
        for kind in ("values", "slopes", "locals"):
            ours = {key: value for key, value in found[kind].items() if key != "activation"}
            theirs = {key: case[kind][key] for key in ours}
            assert ours == pytest.approx(theirs, rel=1e-12, abs=1e-12), (kind, case["state"])
    hand = runpy.run_path(str(root / "snippets/backpropagation/by-hand.py"))
    slopes = {key: slope for key, slope in cases[0]["slopes"].items() if f"d_{key}" in hand}
    assert len(slopes) == 16
    assert slopes == pytest.approx({key: hand[f"d_{key}"] for key in slopes}, rel=1e-12)


def test_button_that_leads_nowhere_hands_its_focus_on(demo):
    press(demo, "Reset")
    step, back = (demo.get_by_role("button", name=name, exact=True) for name in ("Step", "Back"))
    step.focus()
    demo.page.keyboard.press("End")
    expect(back).to_be_focused()
    demo.page.keyboard.press("Home")
    expect(step).to_be_focused()


def test_walk_by_button_key_and_click(demo):
    press(demo, "Step")
    assert part(demo, "value").endswith("= 0.6·0.5 + 0.1·(−2) + 0.4 = 0.500")
    demo.locator("svg").focus()
    for _ in range(6):
        demo.page.keyboard.press("ArrowRight")
    assert part(demo, "leaves") == "∂L/∂L = 1"
    demo.page.keyboard.press("ArrowLeft")
    assert part(demo, "count") == "Step 6 of 23, forward: L"
    demo.locator("[data-go=w12]").click()
    rest(demo)
    assert part(demo, "arrives") == "∂L/∂z₁ = −1.086"
    assert part(demo, "local") == "∂z₁/∂w₁₂ = x₂ = −2"
    assert part(demo, "leaves") == "∂L/∂w₁₂ = −1.086 · (−2) = 2.171"
    assert "A small nudge of w₁₂ moves z₁ −2 times as much" in part(demo, "said")
    assert demo.locator("line.backward").count() == 1
    assert part(demo, "slope-w22") == "", "slopes that the walk has not reached are not shown"
    assert demo.page.url.endswith("?backprop=step:17")


def test_numbers_follow_what_is_edited(demo):
    demo.page.get_by_role("link", name="At x₁").or_(demo.page.locator("a[href*='step:22']")).first.click()
    demo.get_by_label("w₁₁", exact=True).fill("-1")
    demo.get_by_label("Activation").select_option("ReLU")
    rest(demo)
    assert part(demo, "value-a1") == "0.000"
    assert part(demo, "slope-w11") == "0.000"
    assert part(demo, "leaves") == "∂L/∂x₁ = 0 · (−1) + 0 · 0.5 = 0.000"
    assert demo.page.url.endswith("?backprop=w11:-1,activation:relu,step:22")
    press(demo, "Reset")
    rest(demo)
    assert part(demo, "said").startswith("Back at the start.")
    assert "?" not in demo.page.url


def test_play_walks_and_pauses_and_the_page_fits(demo):
    demo.scroll_into_view_if_needed()
    press(demo, "Play")
    demo.get_by_role("button", name="Pause").wait_for()
    assert part(demo, "count").startswith("Step 1 of 23")
    press(demo, "Pause")
    press(demo, "Reset")
    assert page_width(demo.page) <= 360


def test_demo_is_light():
    assert_light(12_000, SLUG)
