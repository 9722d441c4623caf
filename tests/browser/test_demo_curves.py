"""The demos in which a reader turns the numbers of a curve: numbers, words, address, access."""

from __future__ import annotations

import gzip
import json
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELEMENTS = ROOT / "docs/assets/elements"
FIXTURES = ROOT / "tests/content/fixtures"
DEMOS = {"inputs-to-outputs": "fit", "learnable-function": "knobs"}

pytestmark = pytest.mark.browser


@pytest.fixture(params=DEMOS)
def slug(request):
    return request.param


@pytest.fixture
def demo(page, site, slug):
    return open_demo(page, site, slug)


def open_demo(page, site, slug, query=""):
    page.goto(f"{site}chapters/{slug}/{query}")
    demo = page.locator(f"demo-{slug}")
    demo.locator("form").wait_for()
    return demo


def part(demo, name):
    return demo.locator(f"[data-part={name}]").text_content()


def rest(demo):
    """Wait until the words and the address have followed."""
    demo.page.wait_for_timeout(600)


def dials(demo):
    return demo.locator(".dial:visible input[type=range]")


def evaluate(page, site, expression, given):
    address = f"{site}assets/elements/lib/curves.js"
    script = f"async (given) => {{ const lib = await import('{address}'); return {expression}; }}"
    return page.evaluate(script, given)


# --- numbers ----------------------------------------------------------------------------


def test_fixture_and_still_figure_are_what_python_writes(slug):
    name = f"{slug.replace('-', '_')}.py"
    written = runpy.run_path(str(FIXTURES / name))
    remedy = f"is stale: run 'python tests/content/fixtures/{name}'"
    assert written["NUMBERS"].read_text() == written["numbers"](), f"{written['NUMBERS']} {remedy}"
    assert written["FIGURE"].read_text() == written["figure"](), f"{written['FIGURE']} {remedy}"


def test_rules_and_losses_are_pythons(page, site):
    page.goto(f"{site}404.html")
    written = json.loads((FIXTURES / "inputs-to-outputs.json").read_text())
    script = """given.cases.map(({kind, numbers}) => {
      const f = lib.KINDS[kind].f(numbers);
      return {outputs: given.x.map(f), loss: lib.loss(f, lib.WAVE), wave: lib.WAVE.map(([, y]) => y)};
    })"""
    for case, found in zip(written["cases"], evaluate(page, site, script, written), strict=True):
        assert found["outputs"] == pytest.approx(case["outputs"], rel=1e-12, abs=1e-12)
        assert found["loss"] == pytest.approx(case["loss"], rel=1e-12)
        assert found["wave"] == pytest.approx(written["y"], rel=1e-12)
    good = evaluate(page, site, "Object.entries(lib.KINDS).map(([kind, {good}]) => [kind, good])", None)
    assert dict(good) == written["good"]


def test_learning_follows_python_step_by_step(page, site):
    page.goto(f"{site}404.html")
    written = json.loads((FIXTURES / "learnable-function.json").read_text())
    script = """(() => {
      const flat = ({w, b, v, c}) => Object.assign({c}, ...w.map((_, i) => ({[`w${i+1}`]: w[i], [`b${i+1}`]: b[i], [`v${i+1}`]: v[i]})));
      return given.cases.map(({goal, steps}) => {
        const {examples} = lib.GOALS[goal];
        const state = lib.learned(flat(given.start), 3, examples, steps, 4);
        return {state, loss: lib.loss(lib.network(state, 3), examples), goal: examples.map(([, y]) => y)};
      });
    })()"""
    for case, found in zip(written["cases"], evaluate(page, site, script, written), strict=True):
        assert found["goal"] == pytest.approx(written["goals"][case["goal"]], rel=1e-12, abs=1e-12)
        assert found["loss"] == pytest.approx(case["loss"], rel=1e-12, abs=1e-12)
        for key in "wbv":
            of_units = [found["state"][f"{key}{i}"] for i in (1, 2, 3)]
            assert of_units == pytest.approx(case["numbers"][key], rel=1e-12, abs=1e-12)


def test_learning_brings_every_goal_near(page, site):
    for goal in ("wave", "step", "hill"):
        demo = open_demo(page, site, "learnable-function", f"?knobs=goal:{goal}")
        for _ in range(5):
            demo.get_by_role("button", name="Learn 100 steps").click()
        rest(demo)
        assert part(demo, "said").startswith("100 steps against the slopes, from a loss of ")
        assert float(part(demo, "loss")) <= 0.003


@pytest.mark.parametrize("kind", ["line", "parabola", "corners", "net"])
def test_good_numbers_reach_the_loss_that_python_found(page, site, kind):
    demo = open_demo(page, site, "inputs-to-outputs", f"?fit=kind:{kind}")
    demo.get_by_role("button", name="Show a good one").click()
    rest(demo)
    written = json.loads((FIXTURES / "inputs-to-outputs.json").read_text())
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
    assert number.input_value() == slider.get_attribute("max")


def test_reset_brings_the_start_back(demo, slug):
    before = part(demo, "formula")
    dials(demo).first.press("End")
    rest(demo)
    assert part(demo, "formula") != before
    demo.get_by_role("button", name="Reset").click()
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
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    demo = open_demo(page, site, slug)
    controls = demo.locator("button:visible, select:visible, input:visible")
    for control in controls.all():
        assert control.evaluate("one => one.ariaLabel ?? one.textContent").strip()
    script = "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    assert min(controls.evaluate_all(script)) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_script_the_figure_says_it(new_context, site, slug):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}chapters/{slug}/")
    assert page.locator(f"demo-{slug} figure").is_visible()
    assert page.locator(f"demo-{slug} input").count() == 0


def test_demo_leaves_nothing_behind_and_wakes_up_again(demo):
    demo.evaluate("demo => { window.kept = demo; window.place = demo.parentElement; demo.remove(); }")
    assert demo.page.evaluate("kept.querySelector('figure') !== null && !kept.querySelector('form')")
    demo.page.evaluate("place.append(kept)")
    assert dials(demo).count() > 1 and demo.locator("circle").count() >= 8


def test_demo_is_light(slug):
    names = [
        f"demo-{slug}.js",
        "curve-demo.js",
        "demo-element.js",
        "lib/curves.js",
        "lib/demo-state.js",
        "lib/format.js",
    ]
    sizes = {name: len(gzip.compress((ELEMENTS / name).read_bytes(), 9)) for name in names}
    assert sum(sizes.values()) <= 10_000, sizes
