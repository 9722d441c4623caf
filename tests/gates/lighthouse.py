"""An address comes in, what Lighthouse says about it on a middling phone goes out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import node
from chromium import FLAGS, find_chromium

SHIFT = "cumulative-layout-shift"
FULL_MARKS = ("accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Report:
    """One run."""

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
        return lost + ([f"moves by {moved}"] if moved else [])

    def _lost(self, category: str) -> list[dict]:
        weights = self.found["categories"][category]["auditRefs"]
        audits = [self.found["audits"][ref["id"]] for ref in weights if ref["weight"]]
        return [audit for audit in audits if audit["score"] is not None and audit["score"] < 1]


def run(address: str, folder: Path, *, speed: bool = True) -> Report:
    """One run over a served page; without `speed`, of what a report is asked for faults alone."""
    out = folder / "lighthouse.json"
    flags = " ".join(["--headless=new", *FLAGS])
    done = node.run(
        "lighthouse/cli/index.js",
        address,
        "--quiet",
        "--output=json",
        f"--output-path={out}",
        f"--chrome-flags={flags}",
        f"--chrome-path={find_chromium()}",
        *([] if speed else [f"--only-categories={','.join(FULL_MARKS)}", f"--only-audits={SHIFT}"]),
    )
    assert done.returncode == 0, f"Lighthouse did not run on {address}:\n{done.stderr}"
    report = json.loads(out.read_text(encoding="utf-8"))
    assert "runtimeError" not in report, report["runtimeError"]
    return Report(report)
