"""Joined modules, made smaller, do in a browser what they did apart."""

from __future__ import annotations

import pytest
from server import listening, serve
from test_join import entry, later  # noqa: F401 (fixtures)

from mkdocs_lesson.join import join_modules
from mkdocs_lesson.small import smaller

pytestmark = pytest.mark.browser

SCRIPTS = "".join(f'<script type="module" src="{name}.js"></script>' for name in ("index", "later", "other"))
PAGE = f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">{SCRIPTS}'


def test_joined_modules_run_and_share_their_state(page, later, tmp_path_factory):  # noqa: F811
    folder = tmp_path_factory.mktemp("joined")
    (folder / "lib").mkdir()
    for name, text in smaller(join_modules(later)).items():
        (folder / name).write_text(text)
    (folder / "index.html").write_text(PAGE)
    with listening() as server:
        url = serve(server, folder)
        page.goto(url)
        page.wait_for_function("() => window.seen && window.other")
        assert page.evaluate("() => window.seen") == [3, f"{url}lib/count.js", 11, 21]
        assert page.evaluate("() => window.other") == 21
        assert page.evaluate("() => import('./later.js').then(later => later.again())") == 4
