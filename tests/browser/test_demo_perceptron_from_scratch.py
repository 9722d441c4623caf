"""The perceptron stepper: its steps are Python's, and points move by hand, key and number."""

from __future__ import annotations

import numpy as np
import pytest
from demo import (
    PHONE,
    assert_light,
    assert_written,
    call,
    drawn,
    numbers,
    open_demo,
    page_width,
    press,
    rest,
    said,
    still_figure,
)

from plainnet.draw import Plane

SLUG = "perceptron-from-scratch"

pytestmark = pytest.mark.browser


def test_fixture_and_still_figure_are_what_python_writes():
    assert_written(SLUG)


def test_steps_and_boundaries_are_pythons(page, site):
    page.goto(f"{site}404.html")
    cases = numbers(SLUG)
    script = """(lib, all) => all.map(({ points }) => lib.trace(points)).map((steps) =>
      [steps.map(({ i, z, error, w, b }) => [i, z, error, ...w, b]), lib.cut(steps.at(-1), -1, 2)])"""
    plane = Plane(x=(-1, 2), y=(-1, 2))
    for case, (steps, cut) in zip(cases, call(page, site, "perceptron", script, cases), strict=True):
        assert steps == case["steps"]
        *_, w1, w2, b = steps[-1]
        polygon, ends = plane._cut(np.array([w1, w2]), b)
        for found, wanted in ((cut["polygon"], polygon), (cut["ends"], ends)):
            np.testing.assert_allclose(np.reshape(found, (-1, 2)), np.reshape(wanted, (-1, 2)), atol=1e-12)


def test_steps_of_and_are_those_of_the_chapter(page, site):
    demo = open_demo(page, site, SLUG)
    assert said(demo).startswith("Before the first step: both weights and the bias are 0")
    press(demo, "Step")
    assert said(demo) == (
        "Step 1: A at (0, 0) wants 0. z is 0, so the answer is 1. "
        "Wrong: the point is taken from w, and 1 from b. Now w = (0, 0), b = −1."
    )
    press(demo, "To the end")
    assert said(demo).endswith("Epoch 6 passed without a mistake: it is done.")
    assert said(demo, "count") == "Mistakes in each epoch: 2 3 3 2 1 0"
    assert said(demo, "unit") == "w = (2, 1), b = −3; 4 of 4 right"
    assert page.url.endswith("?perceptron=step:24")
    press(demo, "Step back")
    press(demo, "Reset")
    assert said(demo, "count") == "Mistakes in each epoch: none yet"


def test_xor_is_said_to_walk_in_a_circle(page, site):
    demo = open_demo(page, site, SLUG)
    demo.get_by_label("Targets of a gate").select_option("XOR")
    for _ in range(3):
        press(demo, "Epoch")
    assert said(demo).endswith(
        "These are the numbers that epoch 2 ended with. From here it walks in a circle."
    )
    assert said(demo, "unit").endswith("2 of 4 right")


def test_point_moves_by_key_and_number_and_changes_its_class(page, site):
    demo = open_demo(page, site, SLUG)
    point = demo.get_by_role("button", name="D at (1, 1), target 1")
    point.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    drawn(demo)
    assert page.evaluate("document.activeElement.ariaLabel").startswith("D at (0.9, 1.1), target 0.")
    demo.get_by_label("D, x₁").fill("0.5")
    assert said(demo) and page.url.endswith("?perceptron=dx:0.5,dy:1.1,dt:0")
    assert demo.get_by_label("Targets of a gate").input_value() == "your own"


@pytest.mark.parametrize("touch", [False, True])
def test_point_is_dragged(new_context, site, touch):
    page = new_context(viewport=PHONE, has_touch=touch).new_page()
    demo = open_demo(page, site, SLUG)
    point = demo.locator("[data-part=markd]")
    point.scroll_into_view_if_needed()
    box, plane = point.bounding_box(), demo.locator("svg").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    unit = 102 * plane["width"] / 360
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - unit / 2, y + unit / 2, steps=4)
    page.mouse.up()
    page.mouse.move(x, y)
    rest(demo)
    assert page.url.endswith("?perceptron=dx:0.5,dy:0.5")
    assert page_width(page) <= 360


def test_links_of_the_text_set_the_demo(page, site):
    demo = open_demo(page, site, SLUG)
    page.get_by_role("link", name="Drag D further, to (0.3, 0.3)").click()
    assert "From here it walks in a circle" in said(demo)
    page.get_by_role("link", name="Try XOR").click()
    assert "walks in a circle" in said(demo)


def test_without_script_the_figure_stands(new_context, site):
    assert "The four rows of AND" in still_figure(new_context, site, SLUG).inner_text()


def test_demo_is_light():
    assert_light(10_000, SLUG)
