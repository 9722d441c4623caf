"""After one visit and one Run the network goes off: every page opens, and every program prints its record."""

from __future__ import annotations

from pathlib import Path

import pytest
from keeping import kept_offline
from playwright.sync_api import expect
from run_program import CHAPTER, Program
from watch import watched

from mkdocs_lesson.book import open_book
from mkdocs_lesson.proved import runnable_programs

BOOK = open_book(Path(__file__).parents[2])
PAGES = [page.address(BOOK.docs) for page in BOOK.pages.values()]
PROGRAMS = {page.slug: {p.name for p in runnable_programs(page, BOOK)} for page in BOOK.pages.values()}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def offline(browser, site):
    """A reader's browser without a network, after one visit and one Run."""
    with watched(browser, service_workers="allow") as context:
        page = context.new_page()
        page.goto(site + CHAPTER)
        kept_offline(page)
        Program(page).run()
        expect(Program(page).status).to_contain_text("same as recorded ✓")
        page.close()
        context.set_offline(True)
        yield context


@pytest.fixture(scope="module")
def reader(offline, site):
    """Someone who goes from page to page, so that Python is loaded once."""
    page = offline.new_page()
    page.goto(site)
    return page


def test_every_page_opens_without_a_network(offline, site):
    page = offline.new_page()
    for path in PAGES:
        response = page.goto(site + path, wait_until="commit")
        assert response.from_service_worker, path
        expect(page.locator("h1")).to_be_visible()
    page.close()


@pytest.mark.parametrize("slug", [slug for slug, programs in PROGRAMS.items() if programs])
def test_every_program_prints_what_is_recorded(reader, slug, ran):
    page = reader
    page.locator(f"#menu a[href$='{slug}/']").first.dispatch_event("click")
    page.locator(f"lesson-run[data-program^='{slug}/']").first.wait_for()
    shown = page.locator("lesson-run")
    assert {element.get_attribute("data-program") for element in shown.all()} == PROGRAMS[slug]
    for element in shown.all():
        program = Program(page, element.get_attribute("data-program"))
        recorded = BOOK.programs[element.get_attribute("data-program")]
        program.show()
        program.run()
        ran(recorded, "page", "same" if program.output == recorded.output else "differs")
        assert "Finished" in program.status.text_content(), (recorded.name, program.output)
        assert program.output == recorded.output, f"{recorded.name} prints otherwise here"
        if recorded.output:
            expect(program.status).to_contain_text("same as recorded ✓")
