"""The landscape walker: its walks are those of torch.optim.SGD, and it says what happens."""

from __future__ import annotations

import pytest
from demo import PHONE, assert_light, assert_written, call, drawn, numbers, open_demo, page_width, press, said
from watch import watched

SLUG = "gradient-descent"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser, site):
    """One page for all tests of this module, on a phone that wants no motion."""
    with watched(browser, viewport=PHONE, reduced_motion="reduce") as context:
        yield open_demo(context.new_page(), site, SLUG).page


@pytest.fixture
def demo(page):
    demo = page.locator("demo-gradient-descent")
    press(demo, "Reset")
    return demo


def set_to(demo, **values):
    for label, value in values.items():
        demo.locator(f"input[type=number][name={label}]").fill(str(value))


def test_walks_are_those_of_sgd(page, site):
    assert_written(SLUG)
    cases = numbers(SLUG)
    script = """({ walk, SURFACES }, cases) => cases.map((each) => {
      const places = walk(each, 200);
      return [places, SURFACES[each.surface].loss(...places.at(-1))];
    })"""
    for case, (places, loss) in zip(cases, call(page, site, "landscape", script, cases), strict=True):
        assert len(places) == case["steps"] + 1
        kept = places[:: 1 if len(places) < 30 else 10]
        for found, expected in zip(kept, case["places"], strict=True):
            assert found == pytest.approx(expected, rel=1e-12, abs=1e-12), case["surface"]
        assert loss == pytest.approx(case["loss"], rel=1e-12, abs=1e-12)


def test_steps_limit_and_divergence_are_said(demo):
    press(demo, "Step")
    assert said(demo) == "Step 1: 0.5 long, to (1.6, 0.2). The loss falls from 4.75 to 2.68."
    assert demo.page.url.endswith("?walk=steps:1")
    press(demo, "Step back")
    press(demo, "Run")
    assert said(demo).endswith("Here it rests: a minimum.")
    press(demo, "Reset")
    demo.get_by_label("Loss", exact=True).select_option("valley")
    set_to(demo, x=1, rate=0.21)
    press(demo, "Run")
    assert "It has diverged: after 145 steps" in said(demo)
    assert said(demo, "rule").endswith("Limit 2/\u2060λ = 0.2: the rate 0.21 is above it, so steps grow.")
    set_to(demo, rate=0.2)
    assert "The loss stays at 5." in said(demo)


def test_noise_leaves_a_saddle_that_holds_a_quiet_walk(demo):
    demo.page.get_by_role("link", name="On a saddle").click()
    assert "this is a saddle" in said(demo)
    set_to(demo, noise=0.5)
    press(demo, "Run")
    assert "saddle" not in said(demo)
    place = said(demo)
    press(demo, "Other noise")
    assert said(demo) != place


def test_start_moves_by_key_click_and_drag(demo):
    page = demo.page
    start = demo.locator("[data-part=start]")
    start.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert said(demo).startswith("The ball lies at (1.9, 0.6)")
    box = demo.locator("svg").bounding_box()
    unit, left, top = (box["width"] / 360 * size for size in (51, 32, 22))
    at = lambda x, y: (box["x"] + left + (x + 3) * unit, box["y"] + top + (2 - y) * unit)  # noqa: E731
    page.mouse.click(*at(-1, 1))
    assert said(demo).startswith("The ball lies at (−1, 1)")
    page.mouse.down()
    page.mouse.move(*at(-2, -1), steps=3)
    page.mouse.up()
    assert said(demo).startswith("The ball lies at (−2, −1)")
    assert page_width(page) <= 360


def test_large_numbers_have_one_digit_before_the_point(page, site):
    sizes = (
        "(numbers) => import('/assets/elements/lib/landscape-words.js').then(({ size }) => numbers.map(size))"
    )
    assert page.evaluate(sizes, [1e5, 999_999, -9.96e7]) == ["1.0 · 10⁵", "1.0 · 10⁶", "−1.0 · 10⁸"]


def test_demo_that_leaves_the_page_and_comes_back_is_drawn_whole(page, demo):
    ground = demo.locator("[data-part=ground]")
    before = ground.get_attribute("d")
    demo.evaluate(
        "(demo) => { const place = demo.nextSibling, { parentNode } = demo; demo.remove(); parentNode.insertBefore(demo, place); }"
    )
    assert before and ground.get_attribute("d") == before


BROWSERS = """(element) => {
  const event = new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true });
  return element.dispatchEvent(event);
}"""
LED_BY_KEYS = {
    "gradient-descent": "[data-part=start]",
    "perceptron-from-scratch": "[data-part=a]",
    "digits-from-scratch": ".pad",
    "training-loop": "[data-part=plane]",
    "backpropagation": "svg",
}


@pytest.mark.parametrize("slug", LED_BY_KEYS)
def test_key_with_alt_is_left_to_the_browser(new_context, site, slug):
    demo = open_demo(new_context().new_page(), site, slug)
    assert demo.locator(LED_BY_KEYS[slug]).first.evaluate(BROWSERS)


# In the page itself, so that the walk can't come to its end before it was looked at.
RUN_AND_LEAVE = """async (demo) => {
  demo.querySelector("[name=Run]").click()
  do await new Promise(requestAnimationFrame)
  while (!/after (?![01] )\\d+ steps/.test(demo.querySelector("[data-part=formula]").textContent))
  scrollTo({ top: 0, behavior: "instant" })
}"""


def test_run_moves_stops_and_pauses_out_of_sight(demo):
    page = demo.page
    page.emulate_media(reduced_motion="no-preference")
    set_to(demo, rate=0.01, noise=1)  # a long way
    drawn(demo)
    demo.evaluate(RUN_AND_LEAVE)
    demo.get_by_role("button", name="Run", exact=True).wait_for(state="attached")
    assert said(demo).startswith("Stopped, out of sight.")
    page.emulate_media(reduced_motion="reduce")


def test_demo_is_light():
    assert_light(14_000, SLUG)
