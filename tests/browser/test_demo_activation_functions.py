"""The activation plotter: its numbers are Python's, and without a bend three layers are a line."""

from __future__ import annotations

import pytest
from demo import assert_light, assert_written, call, numbers, open_demo, page_width, press, said, still_figure

SLUG = "activation-functions"

pytestmark = pytest.mark.browser


def test_fixture_and_still_figure_are_what_python_writes():
    assert_written(SLUG)


def test_slopes_networks_and_lines_are_pythons(page, site):
    page.goto(f"{site}404.html")
    given = numbers(SLUG)
    script = """(lib, { zs, networks }) => {
      const xs = Array.from({ length: 121 }, (_, i) => (i - 60) / 20);
      const slopes = Object.fromEntries(Object.entries(lib.SLOPES).map(([name, f]) => [name, zs.map(f)]));
      return [slopes, networks.map(({ net, activation }) => {
        const ys = xs.map((x) => lib.output(lib.layers(net), activation, x));
        const { slope, intercept, miss } = lib.bestLine(xs, ys);
        return { ys: ys.filter((_, i) => i % 30 === 0), line: [slope, intercept, miss] };
      })];
    }"""
    slopes, networks = call(page, site, "stack", script, given)
    for name, expected in given["slopes"].items():
        assert slopes[name] == pytest.approx(expected, rel=1e-12, abs=1e-12), name
    for case, found in zip(given["networks"], networks, strict=True):
        assert found["ys"] == pytest.approx(case["ys"], abs=1e-10), case
        assert found["line"] == pytest.approx(case["line"], abs=1e-10), case


def test_identity_makes_one_line_of_every_network(page, site):
    demo = open_demo(page, site, SLUG, "?activation=activation:identity")
    for _ in range(4):
        assert "The three layers are one line: y = " in said(demo)
        press(demo, "Another network")
    demo.get_by_role("combobox").select_option("ReLU")
    assert "The network is no line" in said(demo)


def test_words_and_address_follow_the_sum(page, site):
    demo = open_demo(page, site, SLUG)
    page.get_by_role("link", name="Go far out on the sigmoid").click()
    assert said(demo).startswith(
        "As the link says: sigmoid makes z = 4 into 0.9820, and a nudge of z arrives 0.0177 times as large."
    )
    demo.get_by_label("Sum z, number").fill("0")
    assert "arrives 0.2500 times" in said(demo)
    assert page.url.endswith("?activation=activation:sigmoid,z:0")
    press(demo, "Reset")
    assert said(demo).startswith("Back at the start.")


@pytest.mark.parametrize("width", [320, 1280])
def test_demo_fits_its_page(new_context, site, width):
    page = new_context(viewport={"width": width, "height": 740}).new_page()
    open_demo(page, site, SLUG)
    assert page_width(page) <= width


def test_without_script_the_figure_stands(new_context, site):
    assert "ReLU (solid)" in still_figure(new_context, site, SLUG).inner_text()


def test_demo_is_light():
    assert_light(10_000, SLUG)
