"""The living picture of the home page: what it shows, when it moves, what it costs."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

READY = "demo-home:defined button"
COST = """() => {
  const demo = document.querySelector("demo-home"), times = []
  demo.stop()
  demo.reset()
  for (let step = 0; step <= 1000; step += 4) {
    const began = performance.now()
    demo.draw(step)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { sum: times.reduce((a, b) => a + b), most: times[Math.floor(times.length * 0.95)] }
}"""


@pytest.fixture
def still(new_context, site):
    """The home page for a reader who asked for less motion."""
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(site)
    page.locator(READY).first.wait_for()
    return page


def test_figure_without_script_is_the_trained_network(new_context, site, still):
    plain = new_context(java_script_enabled=False).new_page()
    plain.goto(site)
    for part in ("curve", "start", "count"):
        drawn, static = (page.locator(f"demo-home .{part}") for page in (still, plain))
        assert drawn.evaluate("e => e.outerHTML") == static.evaluate("e => e.outerHTML")


def test_it_plays_once_in_view_and_stops(new_context, site):
    page = new_context().new_page()
    page.goto(site)
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("After 1000 steps", timeout=10_000)
    expect(page.get_by_role("button", name="Run")).to_be_visible()


def test_it_stops_out_of_view(new_context, site):
    page = new_context(viewport={"width": 800, "height": 500}).new_page()
    page.goto(site)
    page.get_by_role("button", name="Run").or_(page.get_by_role("button", name="Stop")).wait_for()
    page.evaluate("document.querySelector('demo-home').reset()")
    page.evaluate("document.querySelector('demo-home').run()")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.get_by_role("status")).to_contain_text("on its way")


def test_it_rests_under_reduced_motion_and_can_be_stepped(still):
    status = still.get_by_role("status")
    expect(status).to_contain_text("After 1000 steps")
    still.get_by_role("button", name="Reset").click()
    expect(status).to_contain_text("Before the first step")
    still.get_by_role("button", name="Step").click()
    expect(status).to_contain_text("After 10 steps")
    still.get_by_role("button", name="Run").click()
    expect(status).to_contain_text("After 1000 steps")


def test_it_costs_little(still):
    cost = still.evaluate(COST)
    assert cost["sum"] < 1000, "milliseconds of script in all"
    assert cost["most"] <= 8, "milliseconds in a frame"
