"""An edited program travels in an address, and runs for whoever opens it only when they say so."""

from __future__ import annotations

import base64
import zlib

import pytest
from playwright.sync_api import expect
from run_program import BY_HAND, CHAPTER, PATIENCE, Program
from watch import watched

pytestmark = pytest.mark.browser


def link(site: str, source: str | bytes, program: str = BY_HAND) -> str:
    """An address as the page makes it."""
    squeeze = zlib.compressobj(wbits=-15)
    code = squeeze.compress(source.encode() if isinstance(source, str) else source) + squeeze.flush()
    return f"{site}{CHAPTER}#code={program}:{base64.urlsafe_b64encode(code).decode().rstrip('=')}"


@pytest.fixture(scope="module")
def context(browser, site):
    with watched(browser, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context


@pytest.fixture
def page(context, site):
    page = context.new_page()
    page.goto(site + "notation/")
    page.evaluate("localStorage.clear()")
    yield page
    page.close()


def guest(program):
    return program.root.locator(".program-guest")


def test_link_holds_the_edited_program_and_waits_for_run(context, page, site):
    page.goto(site + CHAPTER)
    program = Program(page)
    expect(program.button("Share")).to_be_hidden()
    program.edit("print('shärëd', 6 * 7)  # <b>\n")
    assert program.pressed("Share") == "Link copied"
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.startswith(f"{site}{CHAPTER}#code={BY_HAND}:")
    program.button("Reset").click()  # the other reader has no version of their own
    stored = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    other = context.new_page()
    other.goto(address)
    program = Program(other)
    expect(program.editor).to_have_value("print('shärëd', 6 * 7)  # <b>\n", timeout=PATIENCE)
    expect(guest(program)).to_have_text("This version came in a link. Read it before you run it.")
    expect(program.root).to_be_in_viewport()
    expect(program.label).to_have_text("Recorded output")
    other.wait_for_timeout(500)
    assert not [worker for worker in other.workers if worker.url.startswith("blob:")], (
        "nothing runs by itself"
    )
    assert other.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == stored
    program.run()
    assert program.output == "shärëd 42\n"
    program.button("Reset").click()
    expect(guest(program)).to_have_count(0)
    expect(other).to_have_url(site + CHAPTER)
    other.close()


def test_own_version_is_not_lost_to_a_link(page, site):
    page.goto(site + CHAPTER)
    program = Program(page)
    program.edit("print('mine')")
    page.reload()
    expect(program.editor).to_have_value("print('mine')\n")
    page.goto(link(site, "print('theirs')"))  # the same page, another fragment
    expect(program.editor).to_have_value("print('theirs')")
    expect(guest(program)).to_contain_text("Reset brings it back")
    program.editor.fill("print('theirs, changed')")
    page.wait_for_timeout(800)
    program.button("Reset").click()
    expect(program.editor).to_have_value("print('mine')\n")
    page.goto(site + "notation/")
    page.goto(site + CHAPTER)
    expect(program.editor).to_have_value("print('mine')\n")


BOMB = b"#" * 5_000_000
DAMAGED = {"a bomb": BOMB, "too long": b"#" * 9000, "no text": b"\xff\xfe\xfa"}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_damaged_link_shows_the_program_as_printed(page, site, content):
    page.goto(link(site, content))
    program = Program(page)
    expect(program.status).to_have_text("The link is damaged. This is the program as it is printed.")
    expect(program.editor).to_have_count(0)
