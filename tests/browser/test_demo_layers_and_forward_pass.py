"""The layer explorer and the network builder: every count and shape is that of a real layer."""

from __future__ import annotations

import gzip
import json
import re
import runpy
from pathlib import Path

import pytest
import torch
from playwright.sync_api import expect
from watch import Watch

import plainnet

ROOT = Path(__file__).parents[2]
ELEMENTS = ROOT / "docs/assets/elements"
FIXTURES = ROOT / "tests/content/fixtures"
CHAPTER = "chapters/layers-and-forward-pass/"
PYTHON = runpy.run_path(str(FIXTURES / "layers_and_forward_pass.py"))

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chapter(browser, site):
    """The page of the chapter, opened once, narrow; it may not complain."""
    context = browser.new_context(viewport={"width": 320, "height": 740}, service_workers="block")
    watch = Watch(context)
    page = context.new_page()
    page.goto(site + CHAPTER)
    page.locator("demo-network-builder form").wait_for()
    page.locator("demo-layers-and-forward-pass form").wait_for()
    yield page
    context.close()
    assert watch.complaints == []


def evaluated(page, site, expression, given=None):
    """An expression over the names of lib/layers.js."""
    address = f"{site}assets/elements/lib/layers.js"
    return page.evaluate(
        f"async (given) => {{ const lib = await import('{address}'); return {expression}; }}", given
    )


def says(demo, words, part="said"):
    expect(demo.locator(f"[data-part={part}]")).to_contain_text(words)


def test_fixture_holds_for_plainnet_and_for_torch_and_the_stills_are_pythons():
    remedy = "is stale: run 'python tests/content/fixtures/layers_and_forward_pass.py'"
    for engine in plainnet, torch:
        assert PYTHON["NUMBERS"].read_text() == PYTHON["numbers"](engine), f"{PYTHON['NUMBERS']} {remedy}"
    for path, content in PYTHON["figures"]().items():
        assert path.read_text() == content, f"{path} {remedy}"


def test_counts_shapes_formulas_and_lines_are_those_of_the_layers(chapter, site):
    given = json.loads(PYTHON["NUMBERS"].read_text())
    assert set(evaluated(chapter, site, "Object.keys(lib.LAYERS)")) == {
        case["name"] for case in given["layers"]
    }
    script = "given.map(({ name, sizes, bias }) => [lib.layer(name, sizes, bias), lib.trouble(name, sizes)])"
    lines = {}
    for case, (found, trouble) in zip(
        given["layers"], evaluated(chapter, site, script, given["layers"]), strict=True
    ):
        assert {key: found[key] for key in ("from", "to", "parameters")} == {
            key: case[key] for key in ("from", "to", "parameters")
        }, case
        assert trouble == "", case
        assert eval(found["written"].replace("·", "*") or "0") == case["parameters"]
        lines[found["code"], tuple(case["from"])] = (case["parameters"], case["to"])
    for (code, shape), expected in lines.items():
        assert PYTHON["measure"](plainnet, eval(code, {"nn": plainnet.nn}), shape) == expected, code


def test_stacks_are_counted_and_written_as_pytorch(chapter, site):
    stacks = json.loads(PYTHON["NUMBERS"].read_text())["stacks"]
    script = "given.map(({ widths }) => [lib.stack(widths).map((one) => one.parameters), lib.sequential(widths, 'Tanh')])"
    for case, (parameters, code) in zip(stacks, evaluated(chapter, site, script, stacks), strict=True):
        assert parameters == case["parameters"]
        model = eval(code, {"nn": plainnet.nn})
        assert len(model) == 2 * len(parameters) - 1
        assert PYTHON["measure"](plainnet, model, [2, case["widths"][0]]) == (
            sum(parameters),
            [2, case["widths"][-1]],
        )
    impossible = """[lib.trouble("Conv2d", { c: 1, f: 1, h: 4, k: 7, s: 1, p: 1 }),
      lib.trouble("MultiheadAttention", { d: 512, q: 7 })]"""
    window, heads = evaluated(chapter, site, impossible)
    assert (window, "512 / 7 is not whole" in heads) == ("A window of 7 doesn’t fit into 6.", True)


def test_explorer_follows_the_reader(chapter):
    demo = chapter.locator("demo-layers-and-forward-pass")
    demo.get_by_label("Layer", exact=True).select_option("Conv2d")
    says(demo, "Conv2d makes (64, 64, 30, 30) of (64, 3, 32, 32), with 1,792 parameters.")
    says(demo, "f·c·k·k + f = 64·3·3·3 + 64 = 1,792", "sum")
    demo.get_by_label("window, k").fill("5")
    says(demo, "(64, 64, 28, 28)", "to")
    says(demo, "nn.Conv2d(3, 64, 5, stride=1, padding=0)", "code")
    expect(chapter).to_have_url(re.compile(r"\?layer=layer:Conv2d,k:5$"))
    chapter.get_by_role("link", name="Give attention 7 heads").click()
    says(demo, "As the link says: The 7 heads must share the 512 numbers evenly")
    says(demo, "does not fit", "to")
    demo.get_by_role("button", name="Reset").click()
    says(demo, "Back at the start: Linear makes (64, 256) of (64, 784), with 200,960 parameters.")


def test_builder_stacks_and_unstacks(chapter):
    demo = chapter.locator("demo-network-builder")
    says(demo, "235,146 parameters (940,584 bytes) in 394 neurons. 3 layers, 2 of them hidden.", "total")
    demo.get_by_role("button", name="Add a layer").click()
    says(demo, "A layer more: (64, 784) → (64, 256) → (64, 128) → (64, 64) → (64, 10).")
    demo.get_by_role("button", name="Remove layer 2").click()
    says(demo, "Without layer 2: (64, 784) → (64, 256) → (64, 64) → (64, 10).")
    expect(demo.get_by_role("button", name="Add a layer")).to_be_focused()
    demo.get_by_label("layer 2, hidden").fill("32")
    demo.get_by_label("Between the layers").select_option("none")
    says(demo, "these layers do what one layer of 7,850 parameters could do")
    says(demo, "nn.Linear(256, 32),\n    nn.Linear(32, 10),", "code")
    expect(chapter).to_have_url(re.compile("network=w2:32,activation:none$"))
    demo.get_by_role("button", name="Reset").click()
    says(demo, "Back at the start:")
    assert chapter.evaluate("document.documentElement.scrollWidth") <= 320


def test_demos_are_light_and_stand_without_script(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + CHAPTER)
    for name, words in (
        ("layers-and-forward-pass", "200,960 parameters"),
        ("network-builder", "235,146 parameters"),
    ):
        expect(page.locator(f"demo-{name} figcaption")).to_contain_text(words)
    names = ["demo-layers-and-forward-pass.js", "demo-network-builder.js", "demo-element.js"]
    names += [f"lib/{name}.js" for name in ("layers", "demo-state")]
    sizes = {name: len(gzip.compress((ELEMENTS / name).read_bytes(), 9)) for name in names}
    assert sum(sizes.values()) <= 14_000, sizes
