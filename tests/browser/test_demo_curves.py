"""The demos in which a reader turns the numbers of a curve: numbers, words, address, access."""

from __future__ import annotations

import pytest
from demo import (
    PHONE,
    assert_light,
    assert_written,
    call,
    least_size,
    numbers,
    open_demo,
    page_width,
    part,
    press,
    rest,
    still_figure,
)
from playwright.sync_api import expect

DEMOS = {"inputs-to-outputs": "fit", "learnable-function": "knobs"}

pytestmark = pytest.mark.browser


@pytest.fixture(params=DEMOS)
def slug(request):
    return request.param


@pytest.fixture
def demo(page, site, slug):
    return open_demo(page, site, slug)


def dials(demo):
    return demo.locator(".dial:visible input[type=range]")


# --- numbers ----------------------------------------------------------------------------


def test_fixture_and_still_figure_are_what_python_writes(slug):
    assert_written(slug)


def test_rules_and_losses_are_pythons(page, site):
    page.goto(f"{site}404.html")
    written = numbers("inputs-to-outputs")
    script = """(lib, given) => given.cases.map(({kind, numbers}) => {
      const f = lib.KINDS[kind].f(numbers);
      return {outputs: given.x.map(f), loss: lib.loss(f, lib.WAVE), wave: lib.WAVE.map(([, y]) => y)};
    })"""
    for case, found in zip(written["cases"], call(page, site, "curves", script, written), strict=True):
        assert found["outputs"] == pytest.approx(case["outputs"], rel=1e-12, abs=1e-12)
        assert found["loss"] == pytest.approx(case["loss"], rel=1e-12)
        assert found["wave"] == pytest.approx(written["y"], rel=1e-12)
    script = "(lib) => Object.entries(lib.KINDS).map(([kind, {good}]) => [kind, good])"
    good = call(page, site, "curves", script)
    assert dict(good) == written["good"]


def test_learning_follows_python_step_by_step(page, site):
    page.goto(f"{site}404.html")
    written = numbers("learnable-function")
    script = """(lib, given) => {
      const flat = ({w, b, v, c}) => Object.assign({c}, ...w.map((_, i) => ({[`w${i+1}`]: w[i], [`b${i+1}`]: b[i], [`v${i+1}`]: v[i]})));
      return given.cases.map(({goal, steps}) => {
        const {examples} = lib.GOALS[goal];
        const state = lib.learned(flat(given.start), 3, examples, steps, 4);
        return {state, loss: lib.loss(lib.network(state, 3), examples), goal: examples.map(([, y]) => y)};
      });
    }"""
    for case, found in zip(written["cases"], call(page, site, "curves", script, written), strict=True):
        assert found["goal"] == pytest.approx(written["goals"][case["goal"]], rel=1e-12, abs=1e-12)
        assert found["loss"] == pytest.approx(case["loss"], rel=1e-12, abs=1e-12)
        for key in "wbv":
            of_units = [found["state"][f"{key}{i}"] for i in (1, 2, 3)]
            assert of_units == pytest.approx(case["numbers"][key], rel=1e-12, abs=1e-12)


def test_learning_brings_every_goal_near(page, site):
    for goal in ("wave", "step", "hill"):
        demo = open_demo(page, site, "learnable-function", f"?knobs=goal:{goal}")
        for _ in range(5):
            press(demo, "Learn 100 steps")
        rest(demo)
        assert part(demo, "said").startswith("100 steps against the slopes, from a loss of ")
        assert float(part(demo, "loss")) <= 0.003


@pytest.mark.parametrize("kind", ["line", "parabola", "corners", "net"])
def test_good_numbers_reach_the_loss_that_python_found(page, site, kind):
    demo = open_demo(page, site, "inputs-to-outputs", f"?fit=kind:{kind}")
    press(demo, "Show a good one")
    rest(demo)
    written = numbers("inputs-to-outputs")
    loss = next(case["loss"] for case in written["cases"] if case["kind"] == kind)
    assert part(demo, "loss") == f"{loss:.3f}"
    assert part(demo, "said").startswith("This is about as low as it goes:")


# --- a demo in a page -------------------------------------------------------------------


def test_slider_number_words_and_address_agree(demo, slug):
    before = part(demo, "loss")
    slider = dials(demo).first
    name = slider.get_attribute("aria-label")
    slider.focus()
    slider.press("ArrowRight")
    rest(demo)
    number = demo.get_by_label(f"{name}, number")
    assert number.input_value() == slider.input_value()
    assert part(demo, "said").startswith(f"{name} from ")
    assert part(demo, "loss") in part(demo, "said") and before in part(demo, "said")
    assert f"?{DEMOS[slug]}=" in demo.page.url
    kept = number.input_value()
    demo.page.reload()
    assert dials(demo).first.input_value() == kept
    number.fill("77")
    number.press("Enter")
    expect(number).to_have_value(slider.get_attribute("max"))


def test_reset_brings_the_start_back(demo, slug):
    before = part(demo, "formula")
    dials(demo).first.press("End")
    rest(demo)
    assert part(demo, "formula") != before
    press(demo, "Reset")
    rest(demo)
    assert part(demo, "formula") == before
    assert part(demo, "said").startswith("Back at the start:")
    assert f"{DEMOS[slug]}=" not in demo.page.url


def test_damaged_address_shows_the_start_and_says_so(page, site, slug):
    demo = open_demo(page, site, slug, f"?{DEMOS[slug]}=w1:99")
    assert part(demo, "said").startswith(f"The address asks for a {DEMOS[slug]} that cannot be set.")


def test_links_of_the_text_set_the_demo_without_a_reload(demo, slug):
    page = demo.page
    page.evaluate("window.stays = true")
    links = page.locator(f"a[href*='?{DEMOS[slug]}=']")
    assert links.count() >= 3
    links.last.click()
    rest(demo)
    assert page.evaluate("window.stays")
    assert part(demo, "said").startswith("As the link says:")
    assert 0 <= demo.locator("svg").bounding_box()["y"] < 900


def test_every_control_has_a_name_and_enough_room(new_context, site, slug):
    page = new_context(viewport=PHONE, has_touch=True).new_page()
    demo = open_demo(page, site, slug)
    controls = demo.locator("button:visible, select:visible, input:visible")
    for control in controls.all():
        assert control.evaluate("one => one.ariaLabel ?? one.textContent").strip()
    assert least_size(controls) >= 24
    assert page_width(page) <= 360


def test_without_script_the_figure_says_it(new_context, site, slug):
    assert still_figure(new_context, site, slug).is_visible()


def test_demo_leaves_nothing_behind_and_wakes_up_again(demo):
    demo.evaluate("demo => { window.kept = demo; window.place = demo.parentElement; demo.remove(); }")
    assert demo.page.evaluate("kept.querySelector('figure') !== null && !kept.querySelector('form')")
    demo.page.evaluate("place.append(kept)")
    assert dials(demo).count() > 1 and demo.locator("circle").count() >= 8


def test_demo_is_light(slug):
    assert_light(10_000, slug)
