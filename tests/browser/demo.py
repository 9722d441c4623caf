"""A demo on its page, as a reader uses it, and the claims that hold for every demo."""

from __future__ import annotations

import gzip
import json
import math
import re
import runpy
from pathlib import Path

from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]
ELEMENTS = ROOT / "docs/assets/elements"
FIXTURES = ROOT / "tests/content/fixtures"
DEMOS = sorted(
    path.stem.removeprefix("demo-") for path in ELEMENTS.glob("demo-*.js") if path.stem != "demo-element"
)
PHONE = {"width": 360, "height": 740}
IMPORTED = re.compile(r'(?:from|import) ?\(?"(\.[^"]+)"')


# --- as a reader uses it ----------------------------------------------------------------


def open_demo(page: Page, site: str, slug: str, query: str = "") -> Locator:
    """Open the chapter of a demo, and wait until the demo lives."""
    page.goto(f"{site}chapters/{slug}/{query}")
    demo = page.locator(f"demo-{slug}")
    demo.locator("form:visible").first.wait_for()
    return demo


def still_figure(new_context, site: str, slug: str) -> Locator:
    """The figure that a reader without script sees, with nothing to set."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}chapters/{slug}/")
    assert page.locator(f"demo-{slug} input").count() == 0
    return page.locator(f"demo-{slug} figure")


def press(demo: Locator, name: str) -> None:
    demo.get_by_role("button", name=name, exact=True).click()


def drawn(demo: Locator) -> None:
    """Wait until what was set is drawn: a demo draws in the frame that comes next."""
    demo.page.evaluate("new Promise(requestAnimationFrame)")


def rest(demo: Locator) -> None:
    """Wait until the words and the address have followed; by the page's clock, which a busy machine slows."""
    demo.page.evaluate("new Promise(done => setTimeout(done, 500))")
    drawn(demo)


def part(demo: Locator, name: str) -> str:
    """What a part of the demo shows."""
    drawn(demo)
    return demo.locator(f"[data-part={name}]").text_content()


def said(demo: Locator, name: str = "said") -> str:
    """What a part shows once the reader rests."""
    rest(demo)
    return part(demo, name)


def page_width(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


def least_size(controls: Locator) -> float:
    """The shortest side of all controls."""
    script = "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    return min(controls.evaluate_all(script))


# --- numbers, record, weight ------------------------------------------------------------


def call(page: Page, site: str, module: str, function: str, given=None):
    """What a function in JavaScript makes of a module in lib/ and of what is given."""
    address = f"{site}assets/elements/lib/{module}.js"
    return page.evaluate(f"async (given) => ({function})(await import('{address}'), given)", given)


def numbers(slug: str):
    """What Python wrote for a demo to be compared with."""
    return json.loads((FIXTURES / f"{slug}.json").read_text())


def assert_written(slug: str) -> None:
    """The numbers and the still figure of a demo are those that its fixture makes now."""
    name = f"{slug.replace('-', '_')}.py"
    written = runpy.run_path(str(FIXTURES / name))
    remedy = f"is stale: run 'python tests/content/fixtures/{name}'"
    assert written["FIGURE"].read_text() == written["figure"](), f"{written['FIGURE']} {remedy}"
    assert close(json.loads(written["NUMBERS"].read_text()), json.loads(written["numbers"]())), (
        f"{written['NUMBERS']} {remedy}"
    )


def close(one, other) -> bool:
    """Whether two trees of numbers agree: another processor adds up in another order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(close(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(close, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return one == other


def scripts_of(slug: str) -> set[Path]:
    """The script of a demo, and all that it imports."""
    found, left = set(), [ELEMENTS / f"demo-{slug}.js"]
    while left:
        path = left.pop().resolve()
        if path not in found:
            found.add(path)
            left += [path.parent / name for name in IMPORTED.findall(path.read_text())]
    return found


def assert_light(limit: int, *slugs: str) -> None:
    """All scripts of the demos together weigh no more than that, compressed."""
    scripts = set().union(*map(scripts_of, slugs))
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in scripts}
    assert "demo-element.js" in sizes and sum(sizes.values()) <= limit, sizes
