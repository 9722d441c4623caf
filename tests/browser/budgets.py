"""What a page may cost its reader, as budgets.yml says, and what it weighs in a browser."""

from __future__ import annotations

from pathlib import Path

import yaml

BUDGETS = yaml.safe_load((Path(__file__).parents[1] / "budgets.yml").read_text(encoding="utf-8"))
KIB = 1024


class Weight:
    """What a page asks for until now: the size of each answer, by its kind."""

    def __init__(self, page):
        self._kinds, self._sizes = {}, {}
        self.under_way: set[str] = set()
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self.begins)
        for end in ("Network.loadingFinished", "Network.loadingFailed"):
            wire.on(end, lambda e: self.under_way.discard(e["requestId"]))
        wire.on("Network.responseReceived", lambda e: self._kinds.update({e["requestId"]: e["type"]}))
        wire.on(
            "Network.loadingFinished",
            lambda e: self._sizes.update({e["requestId"]: e["encodedDataLength"]}),
        )

    def begins(self, event: dict) -> None:
        """A worker's script is told of when it is asked for, and ends elsewhere."""
        if "worker" not in event["request"]["url"]:
            self.under_way.add(event["requestId"])

    def of(self, *kinds: str) -> float:
        """KiB of these kinds, or of all."""
        chosen = (size for key, size in self._sizes.items() if not kinds or self._kinds.get(key) in kinds)
        return sum(chosen) / KIB

    @property
    def requests(self) -> int:
        return len(self._sizes)

    def over_budget(self) -> list[str]:
        """What the page has too much of."""
        found = {"KiB": self.of(), "requests": self.requests, "KiB of fonts": self.of("Font")}
        budget = BUDGETS["page"]
        return [
            f"{found[kind]:.0f} {kind}, not {most}" for kind, most in budget.items() if found[kind] > most
        ]
