"""A demo that moves leaves the page time to breathe."""

from __future__ import annotations

import pytest
from budgets import BUDGETS
from demo import DEMOS
from frames import light_page, script_per_frame

pytestmark = pytest.mark.browser

MOST = BUDGETS["demo"]["ms of script in a frame"]


@pytest.mark.parametrize("slug", DEMOS)
def test_demo_needs_little_script_for_a_frame(page, site, slug, record_property):
    found = script_per_frame(light_page(page, site, slug))
    record_property(
        "counted",
        f"demo {slug}: {', '.join(f'{way} {ms:.2f} ms' for way, ms in found.items())} of script in a frame",
    )
    assert found
    assert max(found.values()) <= MOST


def test_demo_that_takes_too_long_is_found(page, site):
    demo = light_page(page, site, "artificial-neuron")
    demo.evaluate(
        """(demo, ms) => demo.addEventListener("input", () => {
      for (const began = performance.now(); performance.now() - began < 3 * ms; );
    })""",
        MOST,
    )
    assert script_per_frame(demo)["turned"] > MOST
