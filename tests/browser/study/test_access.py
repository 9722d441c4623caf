"""No state of questions, cards, review and progress breaks a rule of axe."""

import pytest
from axe import violations
from study.actions import T, check, place, question

pytestmark = pytest.mark.browser

PAINT = """(scheme) => {
  document.body.dataset.mdColorScheme = scheme;
  document.body.style.background = "var(--ground)";
}"""
DUE = {
    f"e|c|neuron/role|{T}": '{"g":3}',
    f"e|q|neuron/sign|{T}": '{"a":"b","ok":false,"v":"11111111"}',
    f"e|p|neuron/by-hand|{T}": '{"a":"0.4","ok":false}',
}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_unanswered_right_wrong_or_with_a_card_turned(study, scheme):
    page = study()
    page.evaluate(PAINT, scheme)
    assert violations(page) == []
    question(page, "sign").get_by_label("0", exact=True).check()
    question(page, "bias").get_by_role("textbox").fill("0")
    for name in ("sign", "bias", "prints"):
        check(question(page, name))
    question(page, "sign").locator(".hint summary").first.click()
    page.locator(".card:visible summary").click()
    page.get_by_role("button", name="Good").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_in_a_review_or_in_progress(study, scheme):
    page = study("review/", stored=DUE)
    page.evaluate(PAINT, scheme)
    assert place(page).inner_text() == "1 of 2"
    assert violations(page) == []
    page.get_by_role("button", name="Erase").click()
    assert violations(page) == []
