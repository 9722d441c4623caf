"""The reference sheet on paper and on a phone."""

from __future__ import annotations

import pytest
from paper import pages_on_paper

pytestmark = pytest.mark.browser


def test_the_sheet_prints_on_three_pages_with_nothing_cut_off(new_context, site):
    page = new_context().new_page()
    page.goto(site + "sheet/")
    assert pages_on_paper(page) == 3
    page.set_viewport_size({"width": 703, "height": 1032})  # A4 without its margins, at 96 px to the inch
    page.emulate_media(media="print")
    wide = "e => e.filter(table => table.getBoundingClientRect().right > innerWidth + 1).map(t => t.textContent.slice(0, 40))"
    tables = page.locator(".sheet table")
    assert tables.evaluate_all(wide) == []
    tables.first.evaluate("table => { table.style.minWidth = '1200px' }")
    assert len(tables.evaluate_all(wide)) == 1
