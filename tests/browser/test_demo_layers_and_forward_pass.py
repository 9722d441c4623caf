"""The layer explorer and the network builder: every count and shape is that of a real layer."""

from __future__ import annotations

import json
import re
import runpy

import pytest
import torch
from demo import FIXTURES, assert_light, call, open_demo, page_width, press, still_figure
from playwright.sync_api import expect
from watch import watched

import plainnet

SLUG = "layers-and-forward-pass"
PYTHON = runpy.run_path(str(FIXTURES / "layers_and_forward_pass.py"))

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chapter(browser, site):
    """The page of the chapter, opened once, narrow; it may not complain."""
    with watched(browser, viewport={"width": 320, "height": 740}) as context:
        page = open_demo(context.new_page(), site, SLUG).page
        page.locator("demo-network-builder form").wait_for()
        yield page


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
    assert set(call(chapter, site, "layers", "(lib) => Object.keys(lib.LAYERS)")) == {
        case["name"] for case in given["layers"]
    }
    script = "(lib, given) => given.map(({ name, sizes, bias }) => [lib.layer(name, sizes, bias), lib.trouble(name, sizes)])"
    lines = {}
    for case, (found, trouble) in zip(
        given["layers"], call(chapter, site, "layers", script, given["layers"]), strict=True
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
    script = "(lib, given) => given.map(({ widths }) => [lib.stack(widths).map((one) => one.parameters), lib.sequential(widths, 'Tanh')])"
    for case, (parameters, code) in zip(stacks, call(chapter, site, "layers", script, stacks), strict=True):
        assert parameters == case["parameters"]
        model = eval(code, {"nn": plainnet.nn})
        assert len(model) == 2 * len(parameters) - 1
        assert PYTHON["measure"](plainnet, model, [2, case["widths"][0]]) == (
            sum(parameters),
            [2, case["widths"][-1]],
        )
    impossible = """(lib) => [lib.trouble("Conv2d", { c: 1, f: 1, h: 4, k: 7, s: 1, p: 1 }),
      lib.trouble("MultiheadAttention", { d: 512, q: 7 })]"""
    window, heads = call(chapter, site, "layers", impossible)
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
    press(demo, "Reset")
    says(demo, "Back at the start: Linear makes (64, 256) of (64, 784), with 200,960 parameters.")


def test_builder_stacks_and_unstacks(chapter):
    demo = chapter.locator("demo-network-builder")
    says(demo, "235,146 parameters (940,584 bytes) in 394 neurons. 3 layers, 2 of them hidden.", "total")
    press(demo, "Add a layer")
    says(demo, "A layer more: (64, 784) → (64, 256) → (64, 128) → (64, 64) → (64, 10).")
    press(demo, "Remove layer 2")
    says(demo, "Without layer 2: (64, 784) → (64, 256) → (64, 64) → (64, 10).")
    expect(demo.get_by_role("button", name="Add a layer")).to_be_focused()
    demo.get_by_label("layer 2, hidden").fill("32")
    demo.get_by_label("Between the layers").select_option("none")
    says(demo, "these layers do what one layer of 7,850 parameters could do")
    says(demo, "nn.Linear(256, 32),\n    nn.Linear(32, 10),", "code")
    expect(chapter).to_have_url(re.compile("network=w2:32,activation:none$"))
    press(demo, "Reset")
    says(demo, "Back at the start:")
    assert page_width(chapter) <= 320


def test_demos_are_light_and_stand_without_script(new_context, site):
    page = still_figure(new_context, site, SLUG).page
    for name, words in (
        ("layers-and-forward-pass", "200,960 parameters"),
        ("network-builder", "235,146 parameters"),
    ):
        expect(page.locator(f"demo-{name} figcaption")).to_contain_text(words)
    assert_light(14_000, SLUG, "network-builder")
