"""Demos and questions in frames on somebody else's page, where nothing may be stored; worksheets on paper."""

from __future__ import annotations

import json
from math import ceil

import axe
import pytest
from demo import DEMOS, ELEMENTS
from paper import pages_on_paper
from playwright.sync_api import expect
from server import listening, serve
from study.actions import REFUSED
from waiting import until

pytestmark = pytest.mark.browser

HEIGHTS = ELEMENTS / "demo-heights.json"
WIDTH = 640  # of the frames
QUIZ = "quiz/artificial-neuron/bias-only"
FOLLOW = """addEventListener("message", ({ data, source }) => {
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && data?.embed) frame.height = data.height
})"""
HEIGHT = "() => document.querySelector('main').getBoundingClientRect().height"
WAITING = "() => [...document.querySelectorAll('body *')].filter(e => e.matches(':not(:defined)')).map(e => e.localName)"


@pytest.fixture
def school(tmp_path):
    """A page of another origin: what is given stands on it."""
    with listening() as server:
        address = serve(server, tmp_path)

        def write(body: str) -> str:
            head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>School</title><link rel="icon" href="data:,">'
            (tmp_path / "index.html").write_text(f"{head}{body}", encoding="utf-8")
            return address

        yield write


def framed(site: str, names: list[str]) -> str:
    lines = (
        f'<iframe src="{site}embed/{name}/" title="{name}" width="{WIDTH}" height="300"></iframe>'
        for name in names
    )
    return f"{''.join(lines)}<script>{FOLLOW}</script>"


def frame_of(page, name: str):
    (found,) = (frame for frame in page.frames if frame.url.split("?")[0].endswith(f"/embed/{name}/"))
    return found


def test_every_demo_and_a_question_live_in_frames_where_nothing_is_kept(
    new_context, site, school, pytestconfig
):
    names = [*(f"demo/{name}" for name in DEMOS), QUIZ, "figure/artificial-neuron/anatomy"]
    context = new_context(service_workers="allow")
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(school(framed(site, names)))
    until(page, lambda: [frame_of(page, name).evaluate(WAITING) for name in names] == [[]] * len(names))

    turned = frame_of(page, "demo/artificial-neuron")
    before = turned.locator("[data-part=formula]").text_content()
    turned.locator("input[type=range]").first.press("ArrowRight")
    expect(turned.locator("[data-part=formula]")).not_to_have_text(before)

    asked = frame_of(page, QUIZ)
    key = asked.locator("lesson-quiz").get_attribute("data-answer")
    field = asked.locator("input[name=answer]")
    field.focus()
    page.keyboard.type(key)
    page.keyboard.press("Enter")
    expect(asked.get_by_role("status")).to_have_text("Right.")  # and no word of storage
    links = asked.locator("a").evaluate_all(
        "links => links.map(({ href, target }) => [href, target || document.baseURI && document.querySelector('base').target])"
    )
    assert links
    assert all(href.startswith(site) and target == "_blank" for href, target in links)

    heights = {name: height_asked_for(page, f"demo/{name}") for name in DEMOS}
    recorded(heights, pytestconfig.getoption("--update"))
    assert page.frames[1].evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def height_asked_for(page, name: str) -> float:
    """How high a demo is, once its frame is as high."""
    frame, inside = page.locator(f"iframe[title='{name}']"), frame_of(page, name)
    frame.scroll_into_view_if_needed()  # out of sight a browser lets frames rest
    until(page, lambda: frame.get_attribute("height") == str(ceil(inside.evaluate(HEIGHT))))
    return inside.evaluate(HEIGHT)


def test_embed_that_stays_still_is_found(new_context, site, school):
    page = new_context().new_page()
    page.route("**/demo-depth.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(school(framed(site, ["demo/depth"])), wait_until="networkidle")
    assert frame_of(page, "demo/depth").evaluate(WAITING) == ["demo-depth"]
    with pytest.raises(AssertionError):
        recorded({"depth": 2000}, update=False)


def recorded(heights: dict[str, float], update: bool) -> None:
    """The heights that lines are written with are about those of the demos: the reader's fonts have a say."""
    if update:
        round_up = {name: -(-int(height + 1) // 10) * 10 for name, height in heights.items()}
        HEIGHTS.write_text(json.dumps(round_up, indent=1) + "\n", encoding="utf-8")
    written = json.loads(HEIGHTS.read_text(encoding="utf-8"))
    assert {
        name: written.get(name)
        for name, height in heights.items()
        if not 0.85 <= written.get(name, 0) / height <= 1.2
    } == {}


LIGHT = [
    "embed/demo/depth/",
    "embed/quiz/loss-functions/stable-lines/",
    "worksheets/loss-functions/",
    "worksheets/loss-functions/answers/",
]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_light_pages_are_accessible_and_no_wider_than_the_screen(new_context, site, width, scheme):
    screen = {"width": width, "height": 800}
    page = new_context(viewport=screen, color_scheme=scheme, bypass_csp=True).new_page()
    looked_at = axe.violations if width == 1280 else axe.violations_of_colours
    for path in LIGHT:
        page.goto(site + path, wait_until="networkidle")
        assert looked_at(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("paper", "width"), [("A4", 658), ("Letter", 680)])
def test_worksheets_print_with_nothing_cut_off(new_context, site, paper, width):
    page = new_context(color_scheme="dark").new_page()
    page.goto(site + "worksheets/layers-and-forward-pass/")
    assert 2 <= pages_on_paper(page, paper) <= 6
    page.set_viewport_size({"width": width, "height": 1000})  # without its margins, at 96 px to the inch
    page.emulate_media(media="print")
    page.evaluate("Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => {})")
    assert cut_off(page) == []
    colours = "e => [...new Set(e.map(part => getComputedStyle(part).color))]"
    assert page.locator(".questions *").evaluate_all(colours) == ["rgb(0, 0, 0)"]
    page.locator(".rule").first.evaluate("rule => rule.style.width = '3000px'")
    assert len(cut_off(page)) == 1


def cut_off(page) -> list[str]:
    """What of the questions does not fit on the paper."""
    wide = "e => e.filter(part => part.getBoundingClientRect().right > innerWidth + 1).map(p => p.outerHTML.slice(0, 60))"
    return page.locator(".questions *").evaluate_all(wide)


def test_a_line_is_copied_and_leads_to_where_the_page_is(new_context, site):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + "teachers/embed/")
    page.locator(".lent > summary", has_text="The artificial neuron").click()
    page.get_by_role("button", name="Copy the line for: Turn the numbers yourself").click()
    expect(page.locator("lesson-embeds [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f'<iframe src="{site}embed/demo/artificial-neuron/" title="')
