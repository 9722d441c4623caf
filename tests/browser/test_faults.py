"""What every browser test relies on to complain does complain."""

from __future__ import annotations

import pytest
from demo import assert_light
from waiting import until
from watch import watched

pytestmark = pytest.mark.browser

FAULTS = """() => {
  console.error("a fault")
  setTimeout(() => { throw new Error("thrown") })
  fetch("missing")
  fetch("http://localhost:9/").catch(() => {})
}"""

SAID = ("console: a fault", "error: thrown", "404: ", "request to another origin: http://localhost")


def unsaid(text: str) -> list[str]:
    return [fault for fault in SAID if fault not in text]


def test_what_no_page_may_do_is_noted(browser, site):
    with pytest.raises(AssertionError) as found, watched(browser, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(site + "notation/")
        page.evaluate(FAULTS)
        until(page, lambda: unsaid("\n".join(context.watch.complaints)) == [])
    assert unsaid(str(found.value)) == []


def test_demo_that_is_too_heavy_is_found():
    with pytest.raises(AssertionError, match=r"demo-depth\.js"):
        assert_light(1000, "depth")
