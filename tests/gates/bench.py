"""Measures what pages weigh, and how quick they are on a middling phone, and prints it: `make bench`.

Lighthouse reckons from a visit here what it would take on a phone four times slower than this machine and a line of
1.6 Mbit/s. So its times depend on the machine; they are worth something on a quiet one only.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterable
from pathlib import Path

import lighthouse
from budgets import BUDGETS, Weight
from chromium import FLAGS, find_chromium
from figures import head, tell
from playwright.sync_api import sync_playwright
from server import address, build_site, listening, serve
from watch import USUAL

RUNS = 5
PAGE, AIMS = BUDGETS["page"], BUDGETS["aims"]


def heaviest_chapter(folder: Path) -> str:
    """The chapter whose page is the largest as it is sent; what stands around it is alike for all."""
    pages = (folder / "chapters").glob("*/index.html")
    page = max(pages, key=lambda page: len(gzip.compress(page.read_bytes())))
    return f"chapters/{page.parent.name}/"


def bench_weight(site: str, pages: dict[str, str]) -> None:
    """What a page fetches before any click."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name, path in pages.items():
            page = browser.new_context(**USUAL).new_page()
            weight = Weight(page)
            page.goto(site + path, wait_until="networkidle")
            tell(f"{name}: bytes", [weight.of()], "KiB", f"at most {PAGE['KiB']}")
            tell(f"{name}: requests", [weight.requests], "", f"at most {PAGE['requests']}")
            page.context.close()
        browser.close()


def bench_speed(site: str, pages: dict[str, str]) -> None:
    """How long a phone takes; the pages take turns, so that other work slows all alike."""
    reports: dict[str, list] = {name: [] for name in pages}
    with lighthouse.opened() as phone:
        for _ in range(RUNS):
            for name, path in pages.items():
                reports[name].append(phone.speed(site + path))
    for name, found in reports.items():
        tell_speed(name, found)
    tell("the machine, by Lighthouse", [each.quickness for some in reports.values() for each in some], "")


def tell_speed(name: str, reports: Iterable[lighthouse.Report]) -> None:
    def each(audit: str, unit: float = 1) -> list[float]:
        return [report.number(audit) / unit for report in reports]

    tell(f"{name}: performance", [report.performance for report in reports], "", f"aim {AIMS['performance']}")
    tell(f"{name}: LCP", each("largest-contentful-paint", 1000), "s", f"aim {AIMS['LCP']}")
    tell(f"{name}: TBT", each("total-blocking-time"), "ms", f"aim {AIMS['TBT']}")
    tell(f"{name}: CLS", each(lighthouse.SHIFT), "", f"at most {lighthouse.MOST_SHIFT}")


def main() -> None:
    with tempfile.TemporaryDirectory() as home, listening() as server:
        folder = Path(home)
        build_site(folder, address(server))
        site = serve(server, folder)
        chapter = heaviest_chapter(folder)
        pages = {"home": "", "heaviest chapter": chapter, "article": "article/"}
        pages |= {"lab": "labs/digit-classifier/", "review": "review/"}
        head(f"pages before any click; the heaviest chapter is {chapter}")
        bench_weight(site, pages)
        head("pages on a middling phone, by Lighthouse")
        bench_speed(site, pages)


if __name__ == "__main__":
    main()
