"""The activation plotter: its numbers are Python's, and without a bend three layers are a line."""

from __future__ import annotations

import gzip
import json
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELEMENTS = ROOT / "docs/assets/elements"
FIXTURES = ROOT / "tests/content/fixtures"
CHAPTER = "chapters/activation-functions/"

pytestmark = pytest.mark.browser


def open_demo(page, address):
    page.goto(address)
    demo = page.locator("demo-activation-functions")
    demo.locator("form").wait_for()
    return demo


def said(demo, part="said"):
    demo.page.wait_for_timeout(600)  # the words follow when the reader rests
    return demo.locator(f"[data-part={part}]").text_content()


def test_fixture_and_still_figure_are_what_python_writes():
    written = runpy.run_path(str(FIXTURES / "activation_functions.py"))
    remedy = "is stale: run 'python tests/content/fixtures/activation_functions.py'"
    assert written["NUMBERS"].read_text() == written["numbers"](), f"{written['NUMBERS']} {remedy}"
    assert written["FIGURE"].read_text() == written["figure"](), f"{written['FIGURE']} {remedy}"


def test_slopes_networks_and_lines_are_pythons(page, site):
    page.goto(f"{site}{CHAPTER}")
    given = json.loads((FIXTURES / "activation-functions.json").read_text())
    script = f"""async ({{ zs, networks }}) => {{
      const lib = await import("{site}assets/elements/lib/stack.js");
      const xs = Array.from({{ length: 121 }}, (_, i) => (i - 60) / 20);
      const slopes = Object.fromEntries(Object.entries(lib.SLOPES).map(([name, f]) => [name, zs.map(f)]));
      return [slopes, networks.map(({{ net, activation }}) => {{
        const ys = xs.map((x) => lib.output(lib.layers(net), activation, x));
        const {{ slope, intercept, miss }} = lib.bestLine(xs, ys);
        return {{ ys: ys.filter((_, i) => i % 30 === 0), line: [slope, intercept, miss] }};
      }})];
    }}"""
    slopes, networks = page.evaluate(script, given)
    for name, expected in given["slopes"].items():
        assert slopes[name] == pytest.approx(expected, rel=1e-12, abs=1e-12), name
    for case, found in zip(given["networks"], networks, strict=True):
        assert found["ys"] == pytest.approx(case["ys"], abs=1e-10), case
        assert found["line"] == pytest.approx(case["line"], abs=1e-10), case


def test_identity_makes_one_line_of_every_network(page, site):
    demo = open_demo(page, f"{site}{CHAPTER}?activation=activation:identity")
    for _ in range(4):
        assert "The three layers are one line: y = " in said(demo)
        demo.get_by_role("button", name="Another network").click()
    demo.get_by_role("combobox").select_option("ReLU")
    assert "The network is no line" in said(demo)


def test_words_and_address_follow_the_sum(page, site):
    demo = open_demo(page, site + CHAPTER)
    page.get_by_role("link", name="Go far out on the sigmoid").click()
    assert said(demo).startswith(
        "As the link says: sigmoid makes z = 4 into 0.9820, and a nudge of z arrives 0.0177 times as large."
    )
    demo.get_by_label("Sum z, number").fill("0")
    assert "arrives 0.2500 times" in said(demo)
    assert page.url.endswith("?activation=activation:sigmoid,z:0")
    demo.get_by_role("button", name="Reset").click()
    assert said(demo).startswith("Back at the start.")


@pytest.mark.parametrize("width", [320, 1280])
def test_demo_fits_its_page(new_context, site, width):
    page = new_context(viewport={"width": width, "height": 740}).new_page()
    open_demo(page, site + CHAPTER)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_figure_stands(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + CHAPTER)
    assert "ReLU (solid)" in page.locator("demo-activation-functions figure").inner_text()


def test_demo_is_light():
    libraries = ("stack", "neuron", "demo-state", "format")
    names = ["demo-activation-functions.js", "demo-element.js", *(f"lib/{name}.js" for name in libraries)]
    sizes = {name: len(gzip.compress((ELEMENTS / name).read_bytes(), 9)) for name in names}
    assert sum(sizes.values()) <= 10_000, sizes
