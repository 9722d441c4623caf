"""What every page owes its reader: legible, reachable, light, calm, and alive without luck."""

from __future__ import annotations

import hashlib
from pathlib import Path

import axe
import pytest
from budgets import BUDGETS, Weight
from playwright.sync_api import expect
from waiting import alive, until
from watch import SHIFTS

pytestmark = pytest.mark.browser

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    f"{path.relative_to(DOCS).with_suffix('').as_posix()}/".removesuffix("index/")
    for path in [*DOCS.glob("**/*.md"), *DOCS.glob("labs/*.ipynb")]
)
SCHEMES = {"light": "default", "dark": "slate"}  # and what the theme calls them
WIDTHS = (1280, 360)
# Reference pages are made by one program: one of them stands for how they are built.
KINDS = [path for path in PAGES if not path.startswith("reference/") or path == "reference/losses/"]

REFUSED = """
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError") } })
"""
# Once the browser has brought it into sight, where does what has the focus stand?
FOCUS = """() => new Promise(done => requestAnimationFrame(() => {
  const { left, right, top, bottom } = document.activeElement.getBoundingClientRect()
  const seen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
  done([document.activeElement.outerHTML.slice(0, 90), seen])
}))"""


def opened(new_context, address, *, width=1280, height=900, **settings):
    """A page of the site, once all of it has arrived and lives."""
    screen = {"width": width, "height": height}
    context = new_context(viewport=screen, bypass_csp=True, service_workers="block", **settings)
    context.add_init_script(SHIFTS)
    page = context.new_page()
    page.weight = Weight(page)
    page.goto(address)
    if settings.get("java_script_enabled", True):
        alive(page)
    until(page, lambda: not page.weight.under_way)
    return page


def too_wide(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_axe_is_the_one_on_record():
    assert hashlib.sha256(axe.AXE.read_bytes()).hexdigest() == axe.SHA256


FAULTS = """() => document.querySelector("article").insertAdjacentHTML("beforeend", `
  <p style="color: #8a8a8a; background: #999">faint</p>
  <input aria-label="faint" value="faint" style="color: #8a8a8a; background: #999"><button></button><div style="min-width: 3000px">wide</div>`)"""
MORE_FAULTS = """() => {
  document.querySelector("article").insertAdjacentHTML("afterbegin", `
    <a href="#" style="position: relative; left: 850px">covered</a><div style="height: 300px"></div><svg><text style="fill: #999">faint</text></svg>`)
  document.body.insertAdjacentHTML("afterbegin", `<a href="#" style="position: absolute; left: -999px">away</a>`)
}"""
HEAVY = """(site) => Promise.all(Array.from({ length: 30 }, (_, i) =>
  new FontFace("heavy", `url(${site}assets/vendor/fonts/stix-two-math.woff2?${i})`).load()))"""


def test_no_page_is_too_wide_in_other_fonts(new_context, site):
    """The book's fonts are left out where they come late; what stands in wider ones has to fit as well."""
    page = new_context(viewport={"width": 360, "height": 900}, service_workers="block").new_page()
    page.route("**/*.woff2", lambda route: route.fulfill(body=b""))
    wide = []
    for path in KINDS:
        page.goto(site + path)
        wide += [path] if too_wide(page) else []
    assert wide == []


def test_planted_faults_are_found(new_context, site):
    page = opened(new_context, site + "notation/")
    assert not too_wide(page)
    page.evaluate(FAULTS)
    assert too_wide(page)
    for by_kind in (False, True):
        found = [line.partition(":")[0] for line in axe.violations(page, by_kind=by_kind)]
        assert sorted(found) == ["button-name", "color-contrast", "color-contrast"]
    assert [line.partition(":")[0] for line in axe.violations_of_colours(page)] == ["color-contrast"] * 2


def test_more_planted_faults_are_found(new_context, site):
    page = opened(new_context, site + "notation/")
    assert page.weight.over_budget() == []
    page.evaluate(MORE_FAULTS)
    page.wait_for_function("shifted > 0.01")
    assert page.evaluate(FAINT_IN_FIGURES)[1] == ["faint"]
    assert len(links_under_the_contents(page)) == 1
    [stop] = stops_out_of_sight(page)
    assert "left: -999px" in stop
    page.evaluate(HEAVY, site)
    until(page, lambda: not page.weight.under_way)
    over = [complaint.partition(",")[0].partition(" ")[2] for complaint in page.weight.over_budget()]
    assert over == list(BUDGETS["page"])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_page_is_accessible_steady_light_and_no_wider_than_the_screen(
    new_context, site, path, width, scheme, record_property
):
    page = opened(new_context, site + path, width=width, color_scheme=scheme)
    assert not too_wide(page)
    assert links_under_the_contents(page) == []
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
    assert axe.violations(page, by_kind=width == 360) == []  # the wide page was looked at in full
    assert page.evaluate("shifted") <= 0.01
    if path in KINDS and width == 1280:  # the narrow page's other colours are those of the first look
        other = next(each for each in SCHEMES if each != scheme)
        page.emulate_media(color_scheme=other)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[other])
        assert axe.violations_of_colours(page) == [], other
    weight = page.weight  # axe has taken its time: all has come
    fonts, scripts = weight.of("Font"), weight.of("Script")
    total = f"{weight.of():.0f} KiB in {weight.requests} requests, fonts {fonts:.0f}, scripts {scripts:.0f}"
    record_property("counted", f"/{path} at {width}: {total}")
    assert weight.over_budget() == []
    if path in KINDS and width == 360:
        assert stops_out_of_sight(page) == []


COVERED = """() => {
  const bar = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap")
  if (!bar?.checkVisibility({ visibilityProperty: true })) return []
  const { left, right } = bar.getBoundingClientRect()
  const lies = (box) => box.width > 0 && box.right > left + 2 && box.left < right
  return [...document.querySelectorAll("article a")].filter((a) => lies(a.getBoundingClientRect())).map((a) => a.outerHTML)
}"""


def links_under_the_contents(page) -> list[str]:
    """Links of the text that no pointer can reach, since the list of headings lies over them."""
    return page.evaluate(COVERED)


def stops_out_of_sight(page) -> list[str]:
    """Forty times Tab: what has the focus and can't be seen."""
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    return [stop for stop, seen in stops if not seen]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_search_results_are_accessible(new_context, site, width, scheme):
    page = opened(new_context, site, width=width, color_scheme=scheme)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("neuron")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert axe.violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_open_menu_is_accessible(new_context, site, scheme):
    page = opened(new_context, site, width=360, color_scheme=scheme)
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator("#menu").get_by_role("link", name="Notation")).to_be_visible()
    assert axe.violations(page) == []


def test_search_index_waits_for_the_search(new_context, site):
    page = opened(new_context, site)
    asked = page.context.watch.requests
    assert not [url for url in asked if url.endswith("search_index.json")]
    with page.expect_response("**/search_index.json"):
        page.keyboard.press("/")


def test_menu_answers_to_the_keyboard(new_context, site):
    page = opened(new_context, site, width=390)
    button = page.get_by_role("button", name="Menu", exact=True)
    link = page.locator("#menu").get_by_role("link", name="Notation")
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_skip_link_leads_to_the_text(new_context, site):
    page = opened(new_context, site + "notation/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


@pytest.mark.parametrize(
    "kept",
    [None, "{bad", "null", '"x"', '{"color":5}', '{"index":9,"color":{"scheme":"x"}}'],
)
def test_theme_lives_when_storage_is_refused_or_damaged(new_context, site, kept):
    entries = [{"name": "/.__palette", "value": kept}] if kept else []
    origins = [{"origin": site.rstrip("/"), "localStorage": entries}]
    context = new_context(storage_state={"cookies": [], "origins": origins})
    if kept is None:
        context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(site)
    page.locator("label[title$='Change to light']").click()
    page.locator("label[title$='Change to dark']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("neuron")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_chosen_colours_last(new_context, site):
    page = opened(new_context, site, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.locator("label[title$='Change to light']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    assert page.evaluate(ground) != dark


FAINT_IN_FIGURES = """() => {
  const light = (color) => {
    const parts = color.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    const [r, g, b] = parts.map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }
  const ground = light(getComputedStyle(document.body).backgroundColor)
  const faint = (text) => {
    const ink = light(getComputedStyle(text).fill)
    return Math.max(ink, ground) / Math.min(ink, ground) < 4.5
  }
  const texts = [...document.querySelectorAll("article svg text")].filter(text => text.textContent.trim())
  return [texts.length, texts.filter(faint).map(text => text.textContent)]
}"""


@pytest.mark.parametrize("chosen", ["light", "dark"])  # by the reader, on a system that is dark
@pytest.mark.parametrize("path", ["", "chapters/backpropagation/", "chapters/training-loop/"])
def test_figures_are_legible_in_the_systems_own_colours(new_context, site, path, chosen):
    page = opened(new_context, site + path, color_scheme="dark", forced_colors="active")
    page.locator("label[title$='Change to light']").click()
    if chosen == "dark":
        page.locator("label[title$='Change to dark']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[chosen])
    texts, faint = page.evaluate(FAINT_IN_FIGURES)
    assert texts > 2
    assert faint == []


@pytest.mark.parametrize("path", KINDS)
def test_page_reads_without_script(new_context, site, path):
    page = opened(
        new_context,
        site + path,
        width=360,
        java_script_enabled=False,
        color_scheme="dark",
    )
    reads(page)
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator("#menu").get_by_role("link", name="Notation")).to_be_visible()


def reads(page, **patience) -> None:
    """Assert that a title and text are to be seen."""
    expect(page.locator("h1")).to_be_visible(**patience)
    expect(page.locator("article p:visible")).not_to_have_count(0, **patience)


def test_page_that_shows_nothing_without_script_is_found(new_context, site):
    def without_text(route):
        answer = route.fetch()
        route.fulfill(
            response=answer,
            body=answer.text().replace("</head>", "<style>article p { display: none }</style></head>"),
        )

    context = new_context(java_script_enabled=False, bypass_csp=True)
    context.route("**/notation/", without_text)
    page = context.new_page()
    page.goto(site + "notation/")
    with pytest.raises(AssertionError):
        reads(page, timeout=300)


def test_paper_shows_keys_and_hides_controls(new_context, site):
    page = opened(new_context, site + "chapters/artificial-neuron/")
    page.emulate_media(media="print")
    for hidden in (".md-header", ".program-actions", ".question button"):
        expect(page.locator(hidden).first).to_be_hidden()
    for shown in (".question .key", ".card .back"):
        expect(page.locator(shown).first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"


def test_what_the_reader_typed_survives_a_step_within_the_page(new_context, site):
    page = opened(new_context, site + "chapters/artificial-neuron/")
    answer = page.locator("lesson-quiz input[name=answer]").first
    answer.fill("0.77")
    contents = page.locator(".md-sidebar--secondary")
    contents.get_by_role("link", name="The bias slides the line").click()
    expect(page).to_have_url(site + "chapters/artificial-neuron/#bias-moves-boundary")
    expect(page.locator("#bias-moves-boundary")).to_be_in_viewport()
    contents.get_by_role("link", name="Pitfalls").click()
    expect(page.locator("#pitfalls")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#pitfalls")).not_to_be_in_viewport()
    contents.get_by_role("link", name="Pitfalls").click()  # once more
    expect(page.locator("#pitfalls")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#bias-moves-boundary")).to_be_in_viewport()
    expect(answer).to_have_value("0.77")


OTHER_HOST = """() => {
  const link = document.createElement("a");
  link.href = `https://example.org${location.pathname}#elsewhere`;
  document.body.append(link);
  addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
  link.click();
}"""


def test_link_to_another_host_is_no_step_within_the_page(new_context, site):
    page = opened(new_context, site + "notation/")
    page.evaluate(OTHER_HOST)
    assert page.url == site + "notation/"


def test_back_and_forward_swap_pages(new_context, site):
    page = opened(new_context, site + "chapters/artificial-neuron/#pitfalls")
    page.evaluate("window.sameDocument = true")
    page.locator("#menu a", has_text="Notation").click()
    expect(page.locator("h1")).to_contain_text("Notation")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("The artificial neuron")
    page.go_forward()
    page.go_back()  # before the page of the step forward has come
    page.wait_for_timeout(1000)
    assert page.url.endswith("#pitfalls")
    expect(page.locator("h1")).to_contain_text("The artificial neuron")
    assert page.evaluate("window.sameDocument")
