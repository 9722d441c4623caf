"""What is a reader's own leaves as a page that needs nothing else, with the file that brings it back."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime

import axe
import pytest
from playwright.sync_api import expect
from study.mine import NOTE, STORED, document, imported
from waiting import until

pytestmark = pytest.mark.browser

HOSTILE = "Where is <img src=x onerror=alert(1)>?"
CHANGED = {
    "d|note|aaaaaaaa": document(NOTE | {"text": HOSTILE, "quote": "the weights are the memory"}),
    "d|path|depth": document({"title": "", "hidden": True, "removed": False}),
    "d|path|artificial-neuron": document({"title": "One neuron", "hidden": False, "removed": False}),
}


@pytest.fixture
def owner(new_context, site):
    """The browser of a reader who has something of each kind."""
    entries = [{"name": f"/|{key}", "value": text} for key, text in (STORED | CHANGED).items()]
    state = {"cookies": [], "origins": [{"origin": site.rstrip("/"), "localStorage": entries}]}
    return new_context(storage_state=state, timezone_id="Europe/Berlin")


@pytest.fixture
def folder(owner, site, tmp_path):
    """The zip of this reader."""
    page = owner.new_page()
    page.goto(site + "mine/")
    expect(page.locator(".own-item")).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it as a page").click()
    assert download.value.suggested_filename == "my-neural-networks.zip"
    download.value.save_as(tmp_path / "mine.zip")
    return tmp_path / "mine.zip"


def test_zip_is_sound_and_its_file_brings_everything_back(folder, new_context, site):
    with zipfile.ZipFile(folder) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["index.html", "progress.json"]
        made = datetime(*packed.infolist()[0].date_time)
        assert abs((made - datetime.now()).days) <= 1
        kept = json.loads(packed.read("progress.json"))
        packed.extract("progress.json", folder.parent)
    assert kept["documents"].keys() == {key.removeprefix("d|") for key in STORED | CHANGED}
    page = new_context().new_page()
    page.goto(site + "mine/")
    said = imported(page, folder.parent / "progress.json")
    assert said == f"Added 0 events and {len(STORED | CHANGED)} documents."
    expect(page.locator(".own-item")).to_have_count(3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_of_the_zip_opens_anywhere(folder, new_context, site, scheme):
    with zipfile.ZipFile(folder) as packed:
        packed.extract("index.html", folder.parent)
    context = new_context(color_scheme=scheme, viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    context.watch.complaints.clear()
    page.set_content((folder.parent / "index.html").read_text(encoding="utf-8"))
    headings = ["My path", "My notes", "My cards", "My questions"]
    assert page.locator("h2").all_inner_texts() == headings
    assert (
        page.get_by_role("link", name="One neuron").get_attribute("href")
        == f"{site}chapters/artificial-neuron/"
    )
    assert page.get_by_role("listitem").get_by_text("Depth", exact=True).count() == 0
    assert page.locator("li:not(article li)").count() == 39  # forty chapters, one left out
    assert HOSTILE in page.locator("article").first.inner_text() and page.locator("img").count() == 0
    expect(page.get_by_role("link", name="A heading")).to_have_attribute(
        "href", f"{site}chapters/artificial-neuron/#gone"
    )
    expect(page.get_by_text("Always.")).to_be_hidden()
    page.get_by_text("The answer").first.click()
    expect(page.get_by_text("Always.")).to_be_visible()
    page.get_by_text("The answer").last.click()
    expect(page.locator("strong")).to_have_text("Two")
    assert axe.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_page_has_the_readers_path_also_where_it_is_asked_for_early(owner, site):
    page, held = owner.new_page(), []
    page.route("**/elements/lesson-path.js", lambda route: held.append(route))
    page.goto(site + "mine/", wait_until="commit")
    page.get_by_role("button", name="Take it as a page").click()
    until(page, lambda: held)
    with page.expect_download() as download:
        held[0].continue_()
    with zipfile.ZipFile(download.value.path()) as packed:
        assert ">One neuron</a>" in packed.read("index.html").decode()


def test_who_has_nothing_takes_the_path(new_context, site, tmp_path):
    page = new_context().new_page()
    page.goto(site + "mine/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it as a page").click()
    download.value.save_as(tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as packed:
        text = packed.read("index.html").decode()
    assert "My path" in text and "My notes" not in text
