"""The loss demo: its numbers are plainnet's, logits obey drag and keys, words and address follow."""

from __future__ import annotations

import re

import pytest
from demo import PHONE, assert_light, assert_written, call, numbers, open_demo, page_width, press, said
from playwright.sync_api import expect
from watch import watched

SLUG = "loss-functions"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demo(browser, site):
    """The demo on its page, opened once for all tests."""
    with watched(browser, viewport=PHONE) as context:
        yield open_demo(context.new_page(), site, SLUG)


@pytest.fixture(autouse=True)
def from_the_start(request):
    if "demo" in request.fixturenames:
        press(request.getfixturevalue("demo"), "Reset")


def test_fixture_and_still_figure_are_what_python_writes():
    assert_written(SLUG)


def test_losses_and_slopes_are_plainnets(demo, site):
    given = numbers(SLUG)
    script = """({ LOSSES }, cases) => cases.map(({ z, t }) =>
      Object.fromEntries(Object.entries(LOSSES).map(([name, { f }]) => [name, f(z, t)])))"""
    for case, found in zip(given, call(demo.page, site, "losses", script, given), strict=True):
        assert set(found) == set(case["losses"])
        for name, wanted in case["losses"].items():
            assert found[name]["loss"] == pytest.approx(wanted["loss"], rel=1e-12, abs=1e-12), (name, case)
            assert found[name]["slopes"] == pytest.approx(wanted["slopes"], rel=1e-12, abs=1e-12), (
                name,
                case,
            )


def test_a_dragged_logit_moves_and_the_words_follow(demo):
    assert said(demo).endswith(
        "The right one, dog, has the share 0.242. The cross-entropy is 1.417. "
        "A step moves: cat −0.659, dog +0.758, rabbit −0.099."
    )
    demo.locator("svg").first.scroll_into_view_if_needed()
    box = demo.locator("[data-part=dot1] .grip").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = demo.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 40, y)
    mouse.up()
    moved = float(demo.get_by_label("Logit of dog, number").input_value())
    assert 2.5 <= moved <= 3.5
    assert float(re.search(r"share (0\.\d+)", said(demo))[1]) > 0.5
    assert demo.page.url.endswith(f"?loss=z2:{moved:g}")


def test_keys_move_a_logit_and_steps_lower_the_loss(demo):
    demo.get_by_label("Logit of rabbit", exact=True).press("ArrowRight")
    expect(demo.get_by_label("Logit of rabbit, number")).to_have_value("0.2")
    losses = []
    for words in ("Reset", "Step", "Ten steps"):
        press(demo, words)
        losses.append(float(re.search(r"entropy is ([\d.]+)\.", said(demo))[1]))
    assert losses[0] == 1.417 and losses[1] == 0.605 and losses[2] < 0.1


def test_a_sure_mistake_moves_by_cross_entropy_and_hardly_by_squares(demo):
    demo.page.get_by_role("link", name="Sure and wrong").last.click()
    shares = {}
    for name in ("squared error", "cross-entropy"):
        demo.get_by_label("Step with").select_option(name)
        press(demo, "Ten steps")
        shares[name] = float(re.search(r"share (\d\.\d+)", said(demo))[1])
    assert shares["squared error"] < 0.01 and shares["cross-entropy"] > 0.5
    demo.get_by_label("Answers").select_option("5")
    demo.get_by_label("Right one").select_option("owl")
    demo.get_by_label("Answers").select_option("3")
    assert "The right one, rabbit, has" in said(demo)


def test_demo_is_light_and_fits_a_phone(demo):
    assert page_width(demo.page) <= 360
    assert_light(10_000, SLUG)
