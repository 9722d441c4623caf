"""The explorer of families: every count is that of the networks that the program builds."""

from __future__ import annotations

import json
import re
import runpy

import pytest
import torch
from demo import FIXTURES, assert_light, call, page_width, part, press, said
from playwright.sync_api import expect
from watch import watched

PYTHON = runpy.run_path(str(FIXTURES / "article.py"))

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def article(browser, site):
    """The page, opened once, narrow; it may not complain."""
    with watched(browser, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{site}article/")
        page.locator("demo-article form").wait_for()
        yield page


def test_fixture_and_table_are_what_plainnet_and_torch_count():
    remedy = "is stale: run 'python tests/content/fixtures/article.py'"
    assert PYTHON["NUMBERS"].read_text() == PYTHON["numbers"]() == PYTHON["numbers"](torch), remedy
    assert PYTHON["FIGURE"].read_text() == PYTHON["figure"](), remedy


def test_counts_are_those_of_the_networks(article, site):
    cases = json.loads(PYTHON["NUMBERS"].read_text())
    script = "(lib, given) => given.map(({ family, sizes }) => [lib.parameters(family, sizes), lib.sum(family, sizes)])"
    for case, (count, sum_) in zip(cases, call(article, site, "families", script, cases), strict=True):
        assert count == case["parameters"], case
        assert eval(sum_.replace("·", "*")) == count
    small = call(
        article,
        site,
        "families",
        "(lib) => Object.entries(lib.FAMILIES).map(([name, one]) => [name, one.small, one.since])",
    )
    made = PYTHON["program"]().small
    assert [(name, sizes) for name, sizes, _ in small] == [
        (make.__name__, sizes) for make, sizes in made.items()
    ]
    assert {name: str(since) for name, _, since in small} == PYTHON["SINCE"]


def test_explorer_follows_the_reader(article):
    demo = article.locator("demo-article")
    demo.get_by_label("Family").select_option("recurrent")
    demo.get_by_label("state, m").fill("256")
    counted = sum(p.numel() for p in PYTHON["program"]().recurrent(d=64, m=256, k=10).parameters())
    assert said(demo) == f"{counted:,} parameters."
    assert part(demo, "sum").endswith(f"= {counted:,}")
    expect(article).to_have_url(re.compile(r"\?family=family:recurrent,d:64,m:256$"))
    article.get_by_role("link", name="a wider Transformer").click()
    assert "34," in said(demo)
    expect(demo.locator(".family-picture [data-family=transformer]")).to_be_visible()
    press(demo, "Reset")
    assert said(demo) == "Back at the small member: 168,064 parameters."
    expect(demo.locator("table tbody tr")).to_have_count(11)
    assert page_width(article) <= 360


def test_table_stands_without_script_and_the_explorer_is_light(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}article/")
    expect(page.locator("demo-article tbody tr")).to_have_count(11)
    expect(page.locator("demo-article")).to_contain_text("168,064")
    assert_light(10_000, "article")
