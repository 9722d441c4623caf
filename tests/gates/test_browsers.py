"""A reader gets all the way in Chromium, Firefox and WebKit, and finds nothing in the way there."""

from __future__ import annotations

import shutil
import time

import journey
import pytest
from axe import violations
from chromium_reader import chromium_reader
from firefox import firefox_reader
from keeping import SCRIPTS_CAME
from server import listening, serve, unplugged
from webkit import webkit_reader

pytestmark = pytest.mark.gates

SILENT = "webkit"  # its driver does not hand out what pages log
READERS = {"chromium": chromium_reader, "firefox": firefox_reader, "webkit": webkit_reader}


@pytest.fixture(params=READERS)
def reader(request, tmp_path_factory):
    """Returns a function that opens a browser which knows nothing yet."""
    return lambda: READERS[request.param](tmp_path_factory.mktemp("home"))


def test_reader_gets_all_the_way(reader, site, server, tmp_path, request, record_property):
    start = time.monotonic()
    with reader() as one:
        journey.keep_the_book(one, site)
        one.open(site + journey.CHAPTER)
        journey.run(one)
        journey.answer(one)
        journey.review(one, site)
        file = tmp_path / "progress.json"
        file.write_bytes(journey.export(one))
        with unplugged(server):
            journey.without_network(one, site)
    with reader() as another:
        journey.bring_in(another, site, file)
    name = request.node.callspec.id
    unseen = "; WHAT ITS PAGES LOG IS NOT SEEN" if name == SILENT else ""
    record_property("counted", f"{name}: {time.monotonic() - start:.1f} s for the journey{unseen}")


def test_pages_are_accessible(reader, site):
    with reader() as one:
        for path in ("", journey.CHAPTER, "review/"):
            one.open(site + path)
            one.sees("h1", "")
            assert violations(one) == [], path


# --- tests of the tests -----------------------------------------------------------------

DEAF = "addEventListener('activate', (event) => event.waitUntil(clients.claim()))"


@pytest.fixture
def planted(folder, tmp_path):
    """A copy of the book, and the server that shows it."""
    copy = tmp_path / "book"
    shutil.copytree(folder, copy)
    with listening() as server:
        yield copy, server, serve(server, copy)


def put_after_title(page, html):
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", f"</h1>{html}", 1), encoding="utf-8")


def test_button_without_a_name_is_found(reader, planted):
    copy, _, site = planted
    put_after_title(copy / "notation/index.html", "<button></button>")
    with reader() as one:
        one.open(f"{site}notation/")
        assert any(each.startswith("button-name") for each in violations(one))


def test_service_worker_that_answers_nothing_is_found(reader, planted):
    copy, server, site = planted
    (copy / "sw.js").write_text(DEAF)
    with reader() as one:
        journey.keep_the_book(one, f"{site}review/")
        one.evaluate(SCRIPTS_CAME)  # they could not come later, when the server is gone
        with unplugged(server), pytest.raises(Exception):  # noqa: B017 each driver has its own
            one.open(f"{site}notation/")
            one.sees("h1", "Notation")


@pytest.mark.parametrize("reader", [name for name in READERS if name != SILENT], indirect=True)
def test_script_that_the_policy_refuses_is_found(reader, planted):
    copy, _, site = planted
    put_after_title(copy / "notation/index.html", "<script>1</script>")
    with pytest.raises(AssertionError, match=r"(?i)content.security.policy"), reader() as one:
        one.open(f"{site}notation/")
