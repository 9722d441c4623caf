"""The playground: its steps are Python's, it goes back exactly, and its numbers can be taken away."""

from __future__ import annotations

import contextlib
import io
import json
import re
import runpy

import numpy as np
import pytest
from budgets import BUDGETS
from demo import FIXTURES, PHONE, assert_light, call, open_demo, page_width, part, rest, said
from playwright.sync_api import expect
from processor import Processor
from waiting import until
from watch import watched

import plainnet

SLUG = "training-loop"
FRAMES = 40

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demo(browser, site):
    """The playground on a phone, opened once; each test sets it by an address of its own."""
    permissions = ["clipboard-read", "clipboard-write"]
    with watched(browser, viewport=PHONE, permissions=permissions) as context:
        yield open_demo(context.new_page(), site, SLUG)


def at(demo, settings):
    """Follow an address as a link of the text would, and wait for the words."""
    link = (
        f"const a = document.createElement('a'); a.href = '?playground={settings}'; document.body.append(a)"
    )
    demo.page.evaluate(f"{{ {link}; a.click(); a.remove() }}")
    rest(demo)


def press(demo, act):
    demo.locator(f"[data-act={act}]").evaluate("(button) => button.click()")


def theta(demo):
    return demo.evaluate("(demo) => [...demo.training.net.theta]")


def test_fifty_steps_are_pythons(demo, site):
    written = runpy.run_path(str(FIXTURES / "training_loop.py"))
    cases = json.loads(written["NUMBERS"].read_text())
    remedy = "is stale: run 'python tests/content/fixtures/training_loop.py'"
    assert written["FIGURE"].read_text() == written["figure"](), f"{written['FIGURE']} {remedy}"
    script = """({ Mlp }, cases) => cases.map(({ hidden, activation, rate, l2, examples, start, losses }) => {
      const net = new Mlp(hidden, activation);
      net.theta.set(start);
      return [losses.map(() => net.turn(examples, rate, l2)), [...net.theta]];
    })"""
    fresh, found = json.loads(written["numbers"]()), call(demo.page, site, "mlp", script, cases)
    for case, again, (losses, end) in zip(cases, fresh, found, strict=True):
        np.testing.assert_allclose(again["end"], case["end"], rtol=1e-12, atol=1e-12, err_msg=remedy)
        np.testing.assert_allclose(losses, case["losses"], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(end, case["end"], rtol=1e-12, atol=1e-12)


def test_it_plays_pauses_and_steps_back_exactly(demo):
    at(demo, "hidden:3,step:23")
    before = theta(demo)
    assert part(demo, "said").startswith("As the link says: After 23 steps:")
    press(demo, "step")
    assert "In the last step the loss fell by" in said(demo)
    press(demo, "back")
    rest(demo)
    assert theta(demo) == before
    assert "step:23" in demo.page.url
    press(demo, "play")
    demo.page.wait_for_function("demo => demo.training.step > 40", arg=demo.element_handle())
    press(demo, "play")
    rest(demo)
    assert re.search(r"step:\d+", demo.page.url)
    press(demo, "reset")
    rest(demo)
    assert "playground" not in demo.page.url
    assert part(demo, "said").startswith("Back at the start. Before the first step: random weights")


def test_number_is_changed_by_key_held_and_replayed_from_the_address(demo):
    at(demo, "data:moons,hidden:2,step:30")
    first = demo.get_by_role("button", name="weight from x₁ to unit 1")
    first.focus()
    demo.page.keyboard.press("ArrowRight")
    demo.page.keyboard.press("Enter")
    assert demo.page.evaluate("document.activeElement.name") == "number"
    demo.page.keyboard.type("-1.5")
    press(demo, "hold")
    rest(demo)
    assert theta(demo)[1] == -1.5
    assert part(demo, "held") == "weight from x₂ to unit 1 = −1.500"
    press(demo, "step")
    rest(demo)
    after, address = theta(demo), demo.page.url
    assert "log:30_1_-1.5" in address
    press(demo, "reset")
    rest(demo)
    at(demo, address.split("playground=")[1])
    assert theta(demo) == after


def test_own_points_are_set_by_key_and_pasted(demo):
    at(demo, "data:own")
    assert part(demo, "said").endswith("Click into the square to set some.")
    plane = demo.locator("[data-part=plane]")
    plane.focus()
    for key in ("ArrowRight", "ArrowUp", "Enter"):
        demo.page.keyboard.press(key)
    rest(demo)
    assert "own:0.1_0.1_1," in demo.page.url
    assert part(demo, "seen").startswith("At (0.1, 0.1) the output gives 0.")
    box = plane.bounding_box()
    demo.page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.75)
    rest(demo)
    # where a click lands depends on the pixel
    assert re.search(r"own:0\.1_0\.1_1~0\.7[456]_-0\.7[456]_1,", demo.page.url)
    demo.locator("textarea").evaluate("(box) => { box.value = '10, 0, 0\\n20 5 1\\nno point' }")
    press(demo, "paste")
    assert said(demo).startswith("2 points taken. Lines that were not three numbers: 1. They lay outside")
    assert demo.locator("circle").count() == 2


def test_points_are_pasted_as_the_page_writes_them_and_no_point_takes_none_away(demo):
    at(demo, "data:own")
    example = demo.locator("label", has=demo.page.locator("textarea")).text_content().split("such as ")[1]
    box = demo.locator("textarea")
    for text, words in ((example.split(" (")[0], "1 point taken."), ("no point", "0 points taken.")):
        box.evaluate("(box, text) => { box.value = text }", text)
        press(demo, "paste")
        assert said(demo).startswith(words)
        assert demo.locator("circle").count() == 1


def test_step_back_to_the_start_leaves_the_focus_at_the_step_forward(demo):
    at(demo, "step:1")
    demo.locator("[data-act=back]").focus()
    demo.page.keyboard.press("Enter")
    expect(demo.locator("[data-act=step]")).to_be_focused()


def test_number_that_is_out_of_bounds_keeps_the_address_whole(demo):
    at(demo, "hidden:2")
    demo.locator("[data-number]").first.dispatch_event("click")
    demo.locator("[name=number]").fill("1e30")
    rest(demo)
    assert "log:0_0_20" in demo.page.url


@pytest.mark.parametrize(
    "settings", ["hidden:0,data:blobs", "data:rings,hidden:8-8-8,activation:relu,l2:0.01"]
)
def test_copy_as_python_is_the_same_network(demo, settings):
    at(demo, f"{settings},step:40")
    inputs = [[0.5, -0.25], [-1.0, 0.3], [0.0, 1.1]]
    there = demo.evaluate("(demo, all) => all.map(([x, y]) => demo.training.net.forward(x, y))", inputs)
    losses = []
    for step in (40, 140):
        demo.evaluate("(demo, step) => demo.training.walk(step)", step)
        losses.append(f"loss {demo.evaluate('(demo) => demo.training.now().train.loss'):.6f}")
    demo.evaluate("(demo) => demo.training.walk(40)")
    for act in ("numpy", "torch"):
        demo.page.evaluate("navigator.clipboard.writeText('')")
        press(demo, act)
        program = until(demo.page, lambda: demo.page.evaluate("navigator.clipboard.readText()"))
        names, out = {}, io.StringIO()
        first = program.split("\nfor turn")[0]
        with contextlib.redirect_stdout(out):
            exec(compile(with_plainnet(program), act, "exec"), {})
            exec(compile(with_plainnet(first), act, "exec"), names)
        assert out.getvalue().split("\n")[:2] == losses
        answers = answered(names, inputs)
        np.testing.assert_allclose(answers, there, rtol=1e-12, atol=1e-12)


def with_plainnet(program):
    return program.replace(
        "import torch  # or: import plainnet as torch", "import plainnet as torch"
    ).replace("from torch import nn", "from plainnet import nn")


def answered(names, inputs):
    try:
        if "forward" in names:
            return names["forward"](np.array(inputs))[-1][:, 0]
        return names["net"](plainnet.tensor(inputs, dtype=plainnet.float64)).detach().numpy()[:, 0]
    finally:
        plainnet.set_default_dtype(plainnet.float32)


def test_frames_are_short_and_the_page_stays_narrow(demo):
    at(demo, "data:spirals,hidden:8-8-8,step:20")
    script = """async (demo, frames) => {
      for (let frame = 0; frame < frames; frame++) {
        await new Promise(requestAnimationFrame);
        demo.walk(demo.training.step + 1);
        demo.draw();
      }
    }"""
    processor = Processor(demo.page)
    before = processor.script
    demo.evaluate(script, FRAMES)
    assert (processor.script - before) / FRAMES <= BUDGETS["demo"]["ms of script in a frame"]
    assert page_width(demo.page) <= 360
    assert_light(BUDGETS["demo"]["bytes"], SLUG)
