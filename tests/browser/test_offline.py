"""The book without a network, under a strict policy, and under a folder of a host."""

from __future__ import annotations

import pytest
from keeping import kept_offline
from playwright.sync_api import expect
from run_program import Program
from server import address, build_site, listening, serve

from mkdocs_lesson.offline import write_service_worker

pytestmark = pytest.mark.browser

CHAPTER = "chapters/artificial-neuron/"


def visit_once(page, site):
    """One visit to the home page, until the service worker has kept the book."""
    page.goto(site)
    kept_offline(page)


@pytest.fixture
def visitor(browser):
    """A page that may lose its network: failed requests are expected here."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_every_page_opens_offline_after_one_visit(visitor, site):
    visit_once(visitor, site)
    visitor.context.set_offline(True)
    for path in (
        "",
        CHAPTER,
        "review/",
        "notation/",
        CHAPTER.rstrip("/"),
        f"{CHAPTER}index.html",
        f"{CHAPTER}?x=1#pitfalls",
    ):
        response = visitor.goto(site + path)
        assert response.from_service_worker, path
        expect(visitor.locator("h1")).to_be_visible()
    assert visitor.goto(site + "nowhere/").status == 404
    expect(visitor.locator("h1")).to_be_visible()


def test_search_and_questions_and_cards_work_offline(visitor, site):
    visit_once(visitor, site)
    visitor.context.set_offline(True)
    visitor.goto(site + CHAPTER)
    question = visitor.locator("lesson-quiz[data-type=numeric]").first
    question.locator("input[name=answer]").fill(question.get_attribute("data-answer"))
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("Right")
    cards = visitor.locator("lesson-cards").first
    cards.get_by_text("Show the answer").locator("visible=true").first.click()
    expect(cards.get_by_role("button", name="Good")).to_be_visible()
    box = visitor.get_by_role("searchbox")
    if not box.is_visible():
        visitor.keyboard.press("/")
    visitor.locator(".md-search__input").press_sequentially("sigmoid", delay=20)
    expect(visitor.locator(".md-search-result__item").first).to_be_visible()


def test_python_runs_offline_once_it_was_fetched(visitor, site):
    visit_once(visitor, site)
    visitor.goto(site + CHAPTER)
    program = visitor.locator("lesson-run[data-program='artificial-neuron/by-hand']").first
    recorded = program.locator("samp").first.text_content()
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=60_000)
    digits = "from plainnet import data\nprint(data.mnist()[0].shape)"
    assert "[10000, 28, 28]" in Program(visitor).try_out(digits)
    program.get_by_role("button", name="Reset").click()
    visitor.context.set_offline(True)
    visitor.reload()
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=60_000)
    assert program.locator("samp").first.text_content() == recorded
    assert "[10000, 28, 28]" in Program(visitor).try_out(digits)


def test_new_version_begins_whole_when_the_old_one_is_closed(browser, tmp_path):
    with listening() as server:
        build_site(tmp_path, address(server))
        url = serve(server, tmp_path)
        context = browser.new_context()
        first = context.new_page()
        visit_once(first, url)
        for name in ("index.html", "notation/index.html"):
            path = tmp_path / name
            path.write_text(path.read_text().replace("<title>", "<title>NEW "))
        write_service_worker(tmp_path)
        first.evaluate(
            "() => navigator.serviceWorker.getRegistration().then(r => r.update()).then(r => new Promise(done => { const look = () => r.waiting ? done() : setTimeout(look, 20); look() }))"
        )
        first.goto(url + "notation/")
        assert not first.title().startswith("NEW"), "an open tab keeps its version"
        first.close()
        second = context.new_page()
        second.goto("about:blank")
        second.wait_for_timeout(500)
        second.goto(url)
        assert second.title().startswith("NEW")
        second.goto(url + "notation/")
        assert second.title().startswith("NEW")
        assert len(second.evaluate("() => caches.keys()")) == 1
        context.close()


def test_policy_is_kept_by_everything_on_every_page(new_context, site):
    page = new_context().new_page()
    broken: list[str] = []
    page.expose_function("policyBroken", lambda text: broken.append(text))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => policyBroken(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))"
    )
    for path in ("", CHAPTER, "review/", "notation/"):
        page.goto(site + path)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        page.wait_for_timeout(300)
    page.goto(site + CHAPTER)
    program = page.locator("lesson-run[data-program='artificial-neuron/by-hand']").first
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=60_000)
    assert broken == []


def test_book_works_under_a_folder_of_a_host(new_context, subpath_site):
    page = new_context().new_page()
    page.goto(subpath_site)
    page.evaluate("() => { window.sameDocument = true }")
    page.locator("a", has_text="The artificial neuron").first.click()
    page.wait_for_url(subpath_site + CHAPTER)
    assert page.evaluate("() => window.sameDocument"), "pages are swapped, not loaded anew"
    program = page.locator("lesson-run[data-program='artificial-neuron/by-hand']").first
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=60_000)
    question = page.locator("lesson-quiz[data-type=numeric]").first
    question.locator("input[name=answer]").fill(question.get_attribute("data-answer"))
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("Right")
    keys = page.evaluate("() => Object.keys(localStorage)")
    assert any(key.startswith("/some/book/|e|q|artificial-neuron/") for key in keys), keys
    page.goto(subpath_site + "review/")
    expect(page.locator("h1")).to_be_visible()
