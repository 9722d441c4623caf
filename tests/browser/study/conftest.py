"""Pages of questions and cards, served without building the book."""

import shutil
from pathlib import Path

import pytest
from server import listening, serve
from study.assets import copy_assets

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The address of a chapter and its `review/`, with the book's scripts."""
    folder = tmp_path_factory.mktemp("study") / "book"
    shutil.copytree(HERE / "pages", folder)
    copy_assets(folder)
    with listening() as server:
        yield serve(server, folder, "/book/")


@pytest.fixture
def reader(book, new_context):
    """Returns a function that opens a reader's browser with storage of its own.

    `now` fixes its clock, `stored` is what an earlier visit left, `script` runs first.
    """

    def open_reader(*, now=None, stored=None, script=None, **settings):
        left = [{"name": f"/book/|{key}", "value": value} for key, value in (stored or {}).items()]
        origin = {"origin": book.removesuffix("/book/"), "localStorage": left}
        context = new_context(
            base_url=book,
            storage_state={"cookies": [], "origins": [origin]},
            **settings,
        )
        if now:
            context.clock.set_fixed_time(now)
        if script:
            context.add_init_script(script)
        return context

    return open_reader


@pytest.fixture
def study(reader):
    """Returns a function that opens a page in a browser made as `reader` says."""

    def open_page(path="", **reader_settings):
        page = reader(**reader_settings).new_page()
        page.goto(path)
        return page

    return open_page
