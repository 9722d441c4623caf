"""Hostile text in every field of every type: the page shows it, and nothing runs.

The page here has no content policy, so that nothing but the kit stands in the way.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hostile import ATTACKS, hostile_quiz
from server import listening, serve

from mkdocs_lesson.render.cards import render_card, render_deck
from mkdocs_lesson.render.question import render_question

ROOT = Path(__file__).parents[2]
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
SCRIPT = '<script type="module" src="assets/elements/index.js"></script>'
ARMED = """main :is(script, iframe, svg, img[src], [onload], [onerror], [ontoggle], [onfocus]),
  [href^='javascript:' i], [src^='javascript:' i]"""
ATTACK = """document.querySelector("main").insertAdjacentHTML("beforeend", `
  <img src="data:," onerror="window.ran = 1"><a href="JavaScript:1">x</a>`)"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    quiz = hostile_quiz(folder)
    questions = [render_question(f"hostile/{n}", q, "#x") for n, q in quiz.questions.items()]
    cards = [render_card(f"hostile/{n}", card, "#x") for n, card in quiz.cards.items()]
    body = "".join(questions) + render_deck("hostile", cards)
    shutil.copytree(ROOT / "docs/assets/elements", folder / "assets/elements")
    (folder / "index.html").write_text(f"{HEAD}<main>{body}</main>{SCRIPT}", encoding="utf-8")
    (folder / "plain.html").write_text(f"{HEAD}<main>{body}</main>", encoding="utf-8")
    with listening() as server:
        yield serve(server, folder)


@pytest.mark.parametrize("name", ["plain.html", ""])
def test_nothing_runs(page, address, name):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(address + name)
    page.wait_for_timeout(300)
    for field in page.locator("lesson-quiz :is(input[type=text], input:not([type]), textarea)").all():
        if field.is_visible():
            field.fill("7")
    for question in page.locator("lesson-quiz").all():
        for choice in question.locator("input[type=radio]").all()[:1]:
            choice.check()
        for button in question.get_by_role("button", name="Check").all():
            button.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert page.locator(ARMED).count() == 0
    seen = " ".join(page.locator("main").text_content().split())
    for attack in (ATTACKS[0], ATTACKS[1], ATTACKS[9], ATTACKS[13], r"\nonsense{"):
        assert attack in seen
    page.evaluate(ATTACK)
    page.wait_for_function("window.ran")
    assert page.locator(ARMED).count() == 2
