"""The book without a network, under a strict policy, and under a folder of a host."""

from __future__ import annotations

import json
import re
import shutil
import threading

import pytest
from keeping import kept_offline
from playwright.sync_api import expect
from run_program import PATIENCE, Program
from server import Handler, address, build_site, listening, serve
from waiting import alive, until

pytestmark = pytest.mark.browser

CHAPTER = "chapters/artificial-neuron/"


def visit_once(page, site):
    """One visit to the home page, until the service worker has kept the book."""
    page.goto(site)
    kept_offline(page)


def stop_service_workers(page):
    """Browsers do so whenever they like."""
    wire = page.context.new_cdp_session(page)
    wire.send("ServiceWorker.enable")
    wire.send("ServiceWorker.stopAllWorkers")


@pytest.fixture
def visitor(browser):
    """A page that may lose its network: failed requests are expected here."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_every_page_opens_offline_after_one_visit(visitor, site):
    visit_once(visitor, site)
    visitor.context.set_offline(True)
    stop_service_workers(visitor)
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


def test_keeping_the_book_stands_aside_while_python_starts(visitor, site):
    """The lock is the one that Python's worker holds until Python is ready."""
    visitor.add_init_script(
        "navigator.locks.request(`${location.origin}/|python`, () => new Promise(done => { window.ready = done }))"
    )
    visitor.goto(site, wait_until="networkidle")
    visitor.wait_for_timeout(1500)
    kept = "async () => (await Promise.all((await caches.keys()).map(async k => (await (await caches.open(k)).keys()).length))).reduce((a, b) => a + b, 0)"
    assert visitor.evaluate(kept) == 0
    visitor.evaluate("window.ready()")
    kept_offline(visitor)
    assert visitor.evaluate(kept) > 100


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
    expect(program).to_contain_text("same as recorded", timeout=PATIENCE)
    digits = "from plainnet import data\nprint(data.mnist()[0].shape)"
    assert "[10000, 28, 28]" in Program(visitor).try_out(digits)
    program.get_by_role("button", name="Reset").click()
    visitor.context.set_offline(True)
    visitor.reload()
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=PATIENCE)
    assert program.locator("samp").first.text_content() == recorded
    assert "[10000, 28, 28]" in Program(visitor).try_out(digits)


UPDATE = "() => navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => {})"
SETTLED = "() => navigator.serviceWorker.getRegistration().then(r => !r.installing)"
WAITING = "() => navigator.serviceWorker.getRegistration().then(r => Boolean(r.waiting))"
DEPLOYED = ("", CHAPTER, "notation/", "contents/", "reference/layers/")


@pytest.fixture(scope="module")
def two_builds(site_folder, tmp_path_factory):
    """The address of a server, and two builds of the book: as it is, and with a repository."""
    home = tmp_path_factory.mktemp("builds")
    first = shutil.copytree(site_folder, home / "first")
    with listening() as server:
        build_site(home / "second", address(server), REPO_URL="https://example.org/book")
        yield serve(server, first), first, home / "second"


def is_new(page, address) -> bool:
    """Whether the service worker gives this page, and it is of the second build."""
    assert page.goto(address).from_service_worker
    page.locator("h1").wait_for()
    return bool(page.locator(".page-end > a").count())


def left_for_the_new(page, address) -> bool:
    """Leave the book and come back: the browser takes the new one when it finds that nobody holds the old one."""
    page.goto("about:blank")
    page.wait_for_timeout(500)
    return is_new(page, address)


def test_new_deployment_replaces_the_old_one_without_a_mixture(browser, two_builds):
    url, old, new = two_builds
    context = browser.new_context()
    first = context.new_page()
    visit_once(first, url)
    shutil.copy(new / "sw.js", old / "sw.js")  # half a deployment: its pages are not there yet
    first.evaluate(UPDATE)
    until(first, lambda: first.evaluate(SETTLED))
    assert not first.evaluate(WAITING), "a service worker whose pages are missing is not taken"
    shutil.copytree(new, old, dirs_exist_ok=True)
    first.evaluate(UPDATE)
    until(first, lambda: first.evaluate(WAITING))
    for path in DEPLOYED:
        assert not is_new(first, url + path), f"{path}: an open tab keeps its version"
    first.close()
    second = context.new_page()
    until(second, lambda: left_for_the_new(second, url))
    for path in DEPLOYED:
        assert is_new(second, url + path), path
    assert len(second.evaluate("() => caches.keys()")) == 1
    context.close()


HALF = "assets/vendor/python/python_stdlib.zip"
FIRST_BYTES = """async (address) => {
  const first = fetch(address).then(({ body }) => body.getReader().read()).then(({ value }) => value.length);
  return Promise.race([first, new Promise((resolve) => setTimeout(resolve, 20_000, 0))]);
}"""


@pytest.fixture
def halting(site_folder):
    """The address of the book where one of Python's files stops half way, and what lets it go on."""
    go_on = threading.Event()

    class Halting(Handler):
        folder, base = site_folder, "/"

        def send(self, status, path, *, body):
            if not path.as_posix().endswith(HALF):
                return super().send(status, path, body=body)
            content = path.read_bytes()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2])
            go_on.wait(60)
            self.wfile.write(content[len(content) // 2 :])

    with listening() as server:
        server.RequestHandlerClass = Halting
        yield address(server), go_on


def test_page_sees_python_come_on_a_slow_line(visitor, halting):
    """Else it would give up after a minute without a sign."""
    site, go_on = halting
    visit_once(visitor, site)
    assert visitor.evaluate(FIRST_BYTES, site + HALF) > 0
    go_on.set()
    kept = f"async () => Boolean(await caches.match('{site + HALF}'))"
    until(visitor, lambda: visitor.evaluate(kept))


REFUSED = """() => navigator.serviceWorker.register("/sw.js").then(({ installing }) => new Promise((resolve) => {
  if (!installing) return resolve();
  installing.addEventListener("statechange", () => installing.state === "redundant" && resolve());
}))"""


def test_version_that_is_not_whole_is_not_fetched_to_its_end(visitor, site_folder):
    files = json.loads(re.search(r"FILES = ({.*?});", (site_folder / "sw.js").read_text(), re.DOTALL)[1])
    asked = []

    class Spoilt(Handler):
        folder, base = site_folder, "/"

        def send(self, status, path, *, body):
            asked.append(path)
            if status == 200 and path == site_folder / list(files)[-1] / "index.html":
                status = 500  # the first that is asked for
            super().send(status, path, body=body)

    with listening() as server:
        server.RequestHandlerClass = Spoilt
        visitor.goto(address(server), wait_until="networkidle")
        visitor.evaluate(REFUSED)
        visitor.wait_for_timeout(1000)  # for what should not come
        assert len(set(asked)) < len(files) / 2


SAID = """(status) => {
  window.said = [];
  new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
}"""


def test_page_that_was_loaded_past_the_service_worker_can_keep_everything(visitor, site):
    visitor.goto(site + "contents/")
    kept_offline(visitor)
    with visitor.expect_navigation():
        visitor.context.new_cdp_session(visitor).send("Page.reload", {"ignoreCache": True})
    assert visitor.evaluate("navigator.serviceWorker.controller") is None
    visitor.get_by_role("button", name="Make all available offline").click()
    status = visitor.locator("lesson-offline").get_by_role("status")
    expect(status).to_contain_text(re.compile(r"Python and data: \d\d\.\d MB, kept."), timeout=PATIENCE)


def test_one_button_keeps_everything_and_another_frees_the_space(visitor, site):
    visitor.goto(site + "contents/")
    offline = visitor.locator("lesson-offline")
    status = offline.get_by_role("status")
    expect(status).to_contain_text("Python and data:")
    status.evaluate(SAID)
    offline.get_by_role("button", name="Make all available offline").press("Enter")
    expect(status).to_be_focused()
    expect(status).to_contain_text(
        re.compile(r"Every page: \d+\.\d MB, kept. Python and data: \d\d\.\d MB, kept."), timeout=PATIENCE
    )
    expect(offline.get_by_role("button", name="Make all")).to_be_hidden()
    steps = [words for words in visitor.evaluate("said") if words.startswith("Keeping")]
    assert steps == ["Keeping every page", "Keeping the rest"]  # no listener hears every megabyte
    visitor.context.set_offline(True)
    visitor.goto(site + CHAPTER)
    program = Program(visitor)
    program.run()
    expect(program.status).to_contain_text("same as recorded ✓")
    visitor.goto(site + "contents/")
    visitor.context.set_offline(False)
    offline.get_by_role("button", name="Free the space").click()
    expect(status).to_contain_text(re.compile(r"Python and data: \d\d\.\d MB, not kept yet\."))
    visitor.goto(site + "notation/")
    visitor.wait_for_timeout(300)
    assert visitor.evaluate("() => caches.keys()") == []
    assert visitor.evaluate("() => navigator.serviceWorker.getRegistration().then(Boolean)") is False


def breaches(page) -> list[str]:
    """What breaks the policy of the pages that are opened from now on."""
    broken: list[str] = []
    page.expose_function("policyBroken", lambda text: broken.append(text))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => policyBroken(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))"
    )
    return broken


def test_breach_of_the_policy_is_found(visitor, site):
    broken = breaches(visitor)
    visitor.goto(site + "notation/")
    visitor.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))"
    )
    until(visitor, lambda: broken)
    assert [breach.partition(" ")[0] for breach in broken] == ["script-src-elem"]


def test_policy_is_kept_by_everything_on_every_page(new_context, site):
    page = new_context().new_page()
    broken = breaches(page)
    for path in ("", CHAPTER, "review/", "notation/"):
        page.goto(site + path)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        page.wait_for_timeout(300)
    page.goto(site + CHAPTER)
    program = page.locator("lesson-run[data-program='artificial-neuron/by-hand']").first
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=PATIENCE)
    assert broken == []


def test_book_works_under_a_folder_of_a_host(new_context, subpath_site):
    page = new_context().new_page()
    page.goto(subpath_site)
    alive(page)
    page.evaluate("() => { window.sameDocument = true }")
    page.locator("a", has_text="The artificial neuron").first.click()
    page.wait_for_url(subpath_site + CHAPTER)
    assert page.evaluate("() => window.sameDocument"), "pages are swapped, not loaded anew"
    program = page.locator("lesson-run[data-program='artificial-neuron/by-hand']").first
    program.get_by_role("button", name="Run").click()
    expect(program).to_contain_text("same as recorded", timeout=PATIENCE)
    question = page.locator("lesson-quiz[data-type=numeric]").first
    question.locator("input[name=answer]").fill(question.get_attribute("data-answer"))
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("Right")
    keys = page.evaluate("() => Object.keys(localStorage)")
    assert any(key.startswith("/some/book/|e|q|artificial-neuron/") for key in keys), keys
    page.goto(subpath_site + "review/")
    expect(page.locator("h1")).to_be_visible()
