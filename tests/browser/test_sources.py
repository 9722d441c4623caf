"""The page of all sources: narrowed down, marked, and the marks taken out with the progress."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from mkdocs_lesson.book import open_book

pytestmark = pytest.mark.browser

KEY = "rumelhart-1986"


def test_sources_are_narrowed_down_marked_and_exported(page, site, root):
    sources = open_book(root).library.sources
    page.goto(f"{site}chapters/backpropagation/")
    page.locator("a.cite", has_text="Rumelhart").first.click()
    page.locator(f"li#{KEY} > a").first.click()
    expect(page).to_have_url(f"{site}resources/#{KEY}")
    entry = page.locator(f"#{KEY}")
    expect(entry.locator(".reference a")).to_have_attribute("href", "https://doi.org/10.1038/323533a0")
    expect(page.locator(".library > li:visible")).to_have_count(len(sources))

    entry.locator("[data-mark=read]").click()
    expect(page.locator(".source-status")).to_have_text(
        f"{len(sources)} sources. You have read 1 and want to read 0."
    )
    old = [key for key, source in sources.items() if source.kind == "book" and (source.year or 9999) < 1960]
    page.locator("[name=kind]").select_option("book")
    page.locator("[name=year]").select_option(label="before 1960")
    expect(page.locator(".library > li:visible")).to_have_count(len(old))
    expect(page.locator("h3.group:visible")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    deep = [key for key, source in sources.items() if source.level == "deep"]
    page.locator("[name=level]").select_option("deep")
    expect(page.locator(".library > li:visible")).to_have_count(len(deep))
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Author or word").fill("by back-propagating")
    expect(page.locator(".library > li:visible")).to_have_count(1)
    expect(entry).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    page.locator("[name=for]").select_option("backpropagation")
    page.locator("[name=mark]").select_option("read")
    expect(page.locator(".library > li:visible")).to_have_count(1)

    page.goto(f"{site}review/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    documents = json.loads(download.value.path().read_text())["documents"]
    assert documents[f"reading|{KEY}"]["body"] == "read"
    page.goto(f"{site}resources/")
    expect(page.locator(f"#{KEY} [data-mark=read]")).to_have_attribute("aria-pressed", "true")
    page.locator(f"#{KEY} [data-mark=read]").click()
    expect(page.locator(".source-status")).to_have_text(f"{len(sources)} sources.")
