"""Time of the processor that a page takes. Other work on the machine does not count."""

from __future__ import annotations

from playwright.sync_api import Page


class Processor:
    """What a page's main thread has used until now."""

    def __init__(self, page: Page):
        self._wire = page.context.new_cdp_session(page)
        self._wire.send("Performance.enable", {"timeDomain": "threadTicks"})

    @property
    def script(self) -> float:
        """Milliseconds of script, of the document that is open."""
        return self._ms("ScriptDuration")

    @property
    def all(self) -> float:
        """Milliseconds of whatever it did."""
        return self._ms("ThreadTime")

    def _ms(self, name: str) -> float:
        metrics = self._wire.send("Performance.getMetrics")["metrics"]
        return 1000 * next(each["value"] for each in metrics if each["name"] == name)
