"""The depth demo: its numbers are Python's, its networks right as often as the text says."""

from __future__ import annotations

import pytest
from demo import assert_light, least_size, numbers, open_demo, page_width, press, said, still_figure

SLUG = "depth"
GIVEN = numbers(SLUG)

pytestmark = pytest.mark.browser


def test_lines_and_scores_are_pythons(page, site):
    page.goto(f"{site}404.html")
    script = f"""async ({{ xs, lines, networks }}) => {{
      const saw = await import("{site}assets/elements/lib/folds.js");
      const net = await import("{site}assets/elements/lib/boundary.js");
      const {{ NETWORKS, SIZES, SPIRALS }} = await import("{site}assets/elements/lib/spiral-networks.js");
      return [
        lines.map(({{ folds }}) => [xs.map((x) => saw.folded(x, folds)), xs.map((x) => saw.oneLayer(x, folds, 2 * folds))]),
        networks.map(({{ layers, seed }}) => {{
          const all = net.layersOf(SIZES[layers], NETWORKS[layers][seed]);
          return SPIRALS.filter((_, i) => i % 6 === 0).map(([p, q]) => net.score(all, [p, q]));
        }}),
      ];
    }}"""
    lines, networks = page.evaluate(script, GIVEN)
    for case, (deep, wide) in zip(GIVEN["lines"], lines, strict=True):
        assert deep == pytest.approx(case["deep"], abs=1e-12)
        assert wide == pytest.approx(case["wide"], abs=1e-12)
    for case, found in zip(GIVEN["networks"], networks, strict=True):
        assert found == pytest.approx(case["scores"], rel=1e-12, abs=1e-12)


def test_words_address_and_reset_follow_the_reader(page, site):
    demo = open_demo(page, site, SLUG)
    slider = demo.get_by_label("Folds", exact=True)
    slider.focus()
    slider.press("ArrowRight")
    assert said(demo).startswith(
        "4 hidden layers of 2 units: 16 pieces with 25 numbers. 1 hidden layer of 8 units: at most 9"
    )
    assert page.url.endswith("?depth=folds:4")
    page.get_by_role("link", name="Four hidden layers, second seed").click()
    case = next(case for case in GIVEN["networks"] if (case["layers"], case["seed"]) == (4, 1))
    assert f"4 hidden layers, 111 numbers, seed 1: {case['right']} of 120 right." in said(demo)
    press(demo, "Reset")
    assert said(demo).startswith("Back at the start.")
    assert "depth=" not in page.url


def test_without_script_the_figure_stands_and_a_phone_holds_the_demo(new_context, site):
    assert "runs out of corners" in still_figure(new_context, site, SLUG).inner_text()
    page = new_context(viewport={"width": 320, "height": 740}).new_page()
    demo = open_demo(page, site, SLUG)
    assert page_width(page) <= 320
    assert least_size(demo.locator("button, select, input")) >= 24


def test_demo_is_light_and_quick(page, site):
    assert_light(13_000, SLUG)
    demo = open_demo(page, site, SLUG)
    script = """demo => [1, 2, 3, 4].map((layers) => {
      demo.state = { ...demo.state, layers, seed: "1" };
      const before = performance.now();
      demo.show();
      return performance.now() - before;
    })"""
    assert min(demo.evaluate(script)) <= 16
