"""An address comes in, what Lighthouse says about it on a middling phone goes out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

import node
from budgets import BUDGETS
from chromium import FLAGS, find_chromium

SHIFT = "cumulative-layout-shift"
FULL_MARKS, MOST_SHIFT = (BUDGETS["lighthouse"][name] for name in ("full marks", "layout shift"))
MARKS = {"onlyCategories": FULL_MARKS, "onlyAudits": [SHIFT]}
SPEED = {"onlyCategories": ["performance"]}
ALWAYS = {"disableFullPageScreenshot": True}  # a picture of the whole page is not judged


@dataclass(frozen=True)
class Report:
    """One look at a page."""

    found: dict

    def number(self, audit: str) -> float:
        return self.found["audits"][audit]["numericValue"]

    @property
    def performance(self) -> float:
        return round(100 * self.found["categories"]["performance"]["score"])

    @property
    def quickness(self) -> float:
        """Lighthouse's own measure of this machine at that moment."""
        return self.found["environment"]["benchmarkIndex"]

    def faults(self) -> list[str]:
        """What keeps a category below 100, and any movement of the page."""
        moved = round(self.number(SHIFT), 3)
        lost = [
            f"{category}: {audit['id']}: {audit['title']}"
            for category in FULL_MARKS
            for audit in self._lost(category)
        ]
        return lost + ([f"moves by {moved}"] if moved > MOST_SHIFT else [])

    def _lost(self, category: str) -> list[dict]:
        weights = self.found["categories"][category]["auditRefs"]
        audits = [self.found["audits"][ref["id"]] for ref in weights if ref["weight"]]
        return [audit for audit in audits if audit["score"] is not None and audit["score"] < 1]


class Lighthouse:
    """Lighthouse on node. Its Chromium stays open from page to page; each page has a visitor of its own."""

    def __init__(self, process: Popen):
        self._process = process

    def marks(self, address: str) -> Report:
        """What is the same on every machine: the marks that have to be full, and whether the page moves."""
        return self._look(address, MARKS)

    def speed(self, address: str) -> Report:
        """How quick the page is on this machine at this moment."""
        return self._look(address, SPEED)

    def _look(self, address: str, settings: dict) -> Report:
        print(
            json.dumps({"address": address, "settings": settings | ALWAYS}),
            file=self._process.stdin,
            flush=True,
        )
        line = self._process.stdout.readline()
        assert line, f"Lighthouse did not look at {address}; why stands above"
        report = json.loads(line)
        assert "runtimeError" not in report, report["runtimeError"]
        return Report(report)


@contextmanager
def opened() -> Iterator[Lighthouse]:
    """Lighthouse and its Chromium, until the last page is seen."""
    script = Path(__file__).with_suffix(".mjs")
    with node.start(script, node.tool("lighthouse/core/index.js"), find_chromium(), *FLAGS) as process:
        yield Lighthouse(process)
