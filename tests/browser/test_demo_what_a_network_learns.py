"""Ask a hidden unit: the page finds Python's answers, by hand, by keyboard and by address."""

from __future__ import annotations

import json
import runpy

import numpy as np
import pytest
from demo import FIXTURES, PHONE, numbers, open_demo, page_width, press
from watch import watched

from plainnet import load

SLUG = "what-a-network-learns"
DATA = "assets/data/"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(browser, site):
    """The page and its demo, opened once, in the width of a phone."""
    with watched(browser, viewport=PHONE) as context:
        yield open_demo(context.new_page(), site, SLUG).page


def answered(page, beginning):
    """What the demo says, once it says something that begins so."""
    spot = page.locator("demo-what-a-network-learns [data-part=answer]")
    page.wait_for_function(
        "begins => document.querySelector('[data-part=answer]').textContent.startsWith(begins)", arg=beginning
    )
    return spot.text_content()


def labels(page):
    return page.locator("demo-what-a-network-learns .loudest figcaption:not(.drawing *)").all_text_contents()


def test_digits_wait_for_the_first_touch_and_units_are_asked_by_keyboard(opened):
    demo = opened.locator("demo-what-a-network-learns")
    assert not [url for url in opened.context.watch.requests if DATA in url]
    assert demo.locator(".drawing").is_visible()
    demo.get_by_label("Which one").focus()
    answered(opened, "Unit 0 of the second layer")
    assert len([url for url in opened.context.watch.requests if DATA in url]) == 2
    assert not demo.locator(".drawing").is_visible()
    opened.keyboard.press("ArrowUp")
    answered(opened, "Unit 1 of the second layer")
    assert opened.url.endswith("?probe=unit:1")
    demo.get_by_role("button", name="Previous").click(click_count=2)
    answered(opened, "Unit 127 of the second layer")
    demo.get_by_label("Which one").fill("-200")  # they are counted round
    answered(opened, "Unit 56 of the second layer")
    demo.get_by_label("Which one").fill("127")
    answered(opened, "Unit 127 of the second layer")
    demo.get_by_label("What to ask").select_option("first")
    answered(opened, "Unit 127 of the first layer")
    assert "silent for" in demo.get_by_role("status").text_content()
    opened.get_by_role("link", name="A mixture").click()
    answered(opened, "Mixture 3:")
    press(demo, "Reset")
    answered(opened, "Unit 0 of the second layer")
    written = runpy.run_path(str(FIXTURES / "what_a_network_learns.py"))
    top = np.argsort(-written["answers"]("second", 0), kind="stable")[:10]
    assert labels(opened) == [str(written["digits"]()["labels"][n]) for n in top]
    assert page_width(opened) <= 360


def test_answers_are_pythons(opened, site):
    wanted = numbers(SLUG)
    script = f"""async ({{ few, cases }}) => {{
      const lib = await import("{site}assets/elements/lib/digits.js");
      const probe = await import("{site}assets/elements/lib/unit-probe.js");
      const get = async (name) => lib.tensors(await (await fetch("{site}{DATA}" + name + ".safetensors")).arrayBuffer());
      const [network, digits] = [await get("digits-from-scratch"), await get("what-a-network-learns")];
      const image = (n) => Float64Array.from(digits.images.values.subarray(n * 784, (n + 1) * 784), (v) => v / 255);
      const hidden = Array.from({{ length: few }}, (_, n) => lib.forward(network, image(n)).hidden);
      return cases.map(({{ layer, unit }}) => {{
        const answers = probe.answers(hidden, layer, unit);
        return {{ answers, loudest: probe.loudest(answers, 10), means: probe.means(answers, digits.labels.values) }};
      }});
    }}"""
    for found, case in zip(opened.evaluate(script, wanted), wanted["cases"], strict=True):
        np.testing.assert_allclose(found["answers"], case["answers"], rtol=0, atol=1e-12)
        np.testing.assert_allclose(found["means"], case["means"], rtol=0, atol=1e-12)
        assert found["loudest"] == case["loudest"]


def test_fixture_digits_and_still_figure_are_what_python_writes():
    written = runpy.run_path(str(FIXTURES / "what_a_network_learns.py"))
    remedy = "run 'python tests/content/fixtures/what_a_network_learns.py'"
    kept = json.loads(written["NUMBERS"].read_text())
    for old, new in zip(kept["cases"], written["numbers"]()["cases"], strict=True):
        np.testing.assert_allclose(old["answers"], new["answers"], atol=1e-12, err_msg=remedy)
    assert written["FIGURE"].read_text() == written["figure"](), remedy
    for name, values in load(written["DIGITS"]).items():
        np.testing.assert_array_equal(values.numpy(), written["digits"]()[name], err_msg=remedy)
