"""Draw a digit: the page reads it with Python's numbers, by hand, by keyboard and by address."""

from __future__ import annotations

import json
import re
import runpy

import numpy as np
import pytest
from demo import FIXTURES, PHONE, assert_light, call, numbers, open_demo, page_width, press, rest, said
from playwright.sync_api import expect
from watch import watched

SLUG = "digits-from-scratch"
FETCHED = "assets/data/digits-from-scratch.safetensors"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(browser, site):
    """The page and its demo, opened once, in the width of a phone."""
    with watched(browser, viewport=PHONE) as context:
        yield open_demo(context.new_page(), site, SLUG).page


@pytest.fixture
def demo(opened):
    demo = opened.locator("demo-digits-from-scratch")
    yield demo
    press(demo, "Reset")


def asked(page):
    return [url for url in page.context.watch.requests if url.endswith(FETCHED)]


def reads(demo, digit):
    """Wait until the network, which may still be on its way, has read what is drawn."""
    expect(demo.locator("[data-part=answer]")).to_have_text(re.compile(f"^It reads {digit}"))


def test_weights_wait_for_the_first_touch_and_a_stroke_is_read(opened, demo):
    assert not asked(opened)
    pad = demo.locator(".pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])  # noqa: E731
    opened.mouse.move(*at(0.3, 0.25))
    opened.mouse.down()
    for place in ((0.7, 0.25), (0.5, 0.55), (0.4, 0.85)):
        opened.mouse.move(*at(*place), steps=6)
    opened.mouse.up()
    reads(demo, 7)
    assert "7: " in said(demo) and "of 256" in said(demo)
    assert len(asked(opened)) == 1
    assert "ink:" in opened.url
    assert page_width(opened) <= 360


def test_keyboard_draws_and_undoes(opened, demo):
    demo.locator(".pad").focus()
    opened.keyboard.press(" ")
    for _ in range(8):
        opened.keyboard.press("ArrowDown")
    opened.keyboard.press(" ")
    reads(demo, 1)
    press(demo, "Undo")
    assert said(demo, "answer").startswith("Draw a digit")


def test_right_button_draws_nothing(opened, demo):
    demo.locator(".pad").click(button="right")
    assert said(demo, "answer").startswith("Draw a digit")
    assert "ink:" not in opened.url


def test_link_and_switch_set_what_is_read(opened, demo):
    opened.get_by_role("link", name="Look at a test digit").click()
    reads(demo, 3)
    demo.get_by_label("A test digit").select_option("7")
    demo.get_by_role("switch").uncheck()
    reads(demo, 7)
    rest(demo)
    assert opened.url.endswith("?digit=digit:7,prepare:no")


def test_pictures_and_layers_are_pythons(opened, site):
    wanted = numbers(SLUG)
    script = f"""async (lib, {{ cases }}) => {{
      const saved = lib.tensors(await (await fetch("{site}{FETCHED}")).arrayBuffer());
      const blank = () => new Float64Array(lib.PAD * lib.PAD);
      const size = lib.SIDE * lib.SIDE;
      const inks = cases.map(({{ strokes, digit }}) => strokes ? lib.draw(blank(), lib.read(lib.written(strokes)))
        : lib.enlarged(saved.examples.values.subarray(digit * size, (digit + 1) * size)));
      const found = inks.map((ink) => {{
        const image = lib.prepared(ink), {{ hidden, shares }} = lib.forward(saved, image);
        return {{ image: [...image], layers: [...hidden, shares].map((values) => [...values]) }};
      }});
      return {{ found, shrunk: [...lib.shrunk(inks[0])], empty: [...lib.prepared(blank())].some(Boolean) }};
    }}"""
    result = call(opened, site, "digits", script, wanted)
    assert not result["empty"]
    np.testing.assert_allclose(result["shrunk"], wanted["shrunk"], rtol=0, atol=1e-12)
    for found, case in zip(result["found"], wanted["cases"], strict=True):
        np.testing.assert_allclose(found["image"], case["image"], rtol=0, atol=1e-12)
        for ours, theirs in zip(found["layers"], case["layers"], strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_fixture_and_still_figure_are_what_python_writes():
    written = runpy.run_path(str(FIXTURES / "digits_from_scratch.py"))
    kept, made = json.loads(written["NUMBERS"].read_text()), written["numbers"]()
    remedy = "run 'python tests/content/fixtures/digits_from_scratch.py'"
    for old, new in zip(kept["cases"], made["cases"], strict=True):
        np.testing.assert_allclose(old["image"], new["image"], atol=1e-12, err_msg=remedy)
        np.testing.assert_allclose(old["layers"][2], new["layers"][2], atol=1e-12, err_msg=remedy)
    assert written["FIGURE"].read_text() == written["figure"](), remedy


def test_demo_is_light():
    assert_light(10_000, SLUG)
