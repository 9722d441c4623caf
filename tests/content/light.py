"""A built book comes in; what its embeds and worksheets lack, have too much or tell too early goes out."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

CONTENT = re.compile(r'<div class="embedded">(.*)</div>\s*<p class="embed-home">', re.DOTALL)
DEMO = re.compile(r"<(demo-[\w-]+)[ >].*?</\1>", re.DOTALL)
FIGURE = re.compile(r'<figure class="drawing">.*?</figure>', re.DOTALL)
QUESTION = re.compile(r'<lesson-quiz class="question" id="([^"]+)".*?</lesson-quiz>', re.DOTALL)
FOOT = re.compile(r'<p class="teaches">.*?</p>')  # its links are written from where they stand
ASKED = re.compile(r'<li id="([^"]+)">(.*?)(?=<li id="|<p class="from">)', re.DOTALL)
TELLING = ("key", "explain", "whys", "filled", "hint")  # classes of what only the second sheet may have
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
LIGHT = ("embed", "worksheets")
ELSEWHERE = (*LIGHT, "labs", "teachers")  # notebooks to take home, and examples for authors


def pages(site: Path) -> dict[str, str]:
    """Address → HTML of every page that lends what it shows."""
    found = ((path, path.parent.relative_to(site)) for path in site.rglob("index.html"))
    chosen = (
        (path, where) for path, where in found if where.parts[:1] not in {(name,) for name in ELSEWHERE}
    )
    return {
        f"{where.as_posix()}/".removeprefix("./"): path.read_text(encoding="utf-8") for path, where in chosen
    }


def things(html: str) -> set[str]:
    """The demos, figures and questions that stand in some HTML, as they are written."""
    demos = {found[0] for found in DEMO.finditer(html)}
    questions = {FOOT.sub("", found[0]) for found in QUESTION.finditer(html)}
    return demos | set(FIGURE.findall(html)) | questions


def named(thing: str) -> str:
    """A short name for a thing in a message."""
    return re.search(r'id="[^"]+"|<demo-[\w-]+|aria-label="[^"]{,60}', thing)[0]


def embedded(site: Path) -> dict[str, str]:
    """Address → what the page of an embed shows."""
    found = sorted((site / "embed").rglob("index.html"))
    return {
        page.parent.relative_to(site).as_posix(): CONTENT.search(page.read_text(encoding="utf-8"))[1]
        for page in found
    }


def lent_wrongly(site: Path) -> list[str]:
    """One line for each thing of the book without an embed, and for each embed that shows something else."""
    book = set().union(*map(things, pages(site).values()))
    shown = {address: things(html) for address, html in embedded(site).items()}
    lent = set().union(*shown.values())
    lacking = [f"{named(thing)}: has no embed" for thing in book - lent]
    other = [
        f"{address}: not as in its chapter" for address, these in shown.items() if these - book or not these
    ]
    return sorted(lacking + other)


def astray(site: Path, base: str) -> list[str]:
    """One line for each light page that a search may find, or that sends it nowhere."""
    known = [site / name for name in ("sitemap.xml", "search/search_index.json", "sw.js")]
    told = "".join(path.read_text(encoding="utf-8") for path in known)
    found = []
    for page in sorted(page for folder in LIGHT for page in (site / folder).rglob("index.html")):
        html, address = page.read_text(encoding="utf-8"), f"{page.parent.relative_to(site).as_posix()}/"
        home = CANONICAL.search(html)
        if '<meta name="robots" content="noindex">' not in html or address in told:
            found.append(f"{address}: may be found")
        if not home or not (site / home[1].removeprefix(base) / "index.html").is_file():
            found.append(f"{address}: leads to no page of the book")
    return found


def sheet(site: Path, slug: str, *, answers: bool = False) -> dict[str, str]:
    """Full id → what a worksheet says of a question."""
    page = site / "worksheets" / slug / ("answers/index.html" if answers else "index.html")
    return dict(ASKED.findall(page.read_text(encoding="utf-8")))


def sheet_faults(site: Path, slug: str, explained: dict[str, str]) -> list[str]:
    """What the worksheets of a page lack or tell early; `explained` is full id → why the answer is right."""
    (page,) = (html for address, html in pages(site).items() if address.endswith(f"{slug}/"))
    order = list(dict.fromkeys(found[1] for found in QUESTION.finditer(page)))
    asked, answered = sheet(site, slug), sheet(site, slug, answers=True)
    faults = [] if list(asked) == list(answered) == order else [f"{slug}: other questions than on its page"]
    faults += [f"{name}: is not asked" for name in explained.keys() - set(order)]
    for name in asked.keys() & answered.keys() & explained.keys():
        why = words(explained[name])
        if marks(asked[name]) or why in words(asked[name]):
            faults.append(f"{name}: tells the answer")
        if not {"key", "explain"} <= set(marks(answered[name])) or why not in words(answered[name]):
            faults.append(f"{name}: has no answer")
    return faults


def marks(html: str) -> list[str]:
    """The marks of an answer that stand in a question on paper."""
    return [name for name in TELLING if re.search(rf'class="(?:[^"]* )?{name}[ "]', html)]


def words(html: str) -> str:
    """What paper shows of some HTML."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", html)))
