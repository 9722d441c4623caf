"""The figures of `make bench`: each beside what was last recorded in bench.yml. `make bench RECORD=1` records anew."""

from __future__ import annotations

import os
import time
from datetime import date
from functools import cache
from pathlib import Path
from statistics import median

import yaml

BOOK = Path(__file__).parents[1] / "bench.yml"
HEAD = """\
# What `make bench RECORD=1` measured last, to compare with: medians, the day, and what tells how quick the machine
# was (millions of turns that an empty loop in Python takes in a second) and how busy (its load before).
"""


def tell(what: str, values: list[float], unit: str, limit: str = "") -> None:
    """Print the median of some runs, how far they spread, and how it was when last recorded."""
    middle, spread = median(values), f"{min(values):.4g} to {max(values):.4g}, {len(values)} runs"
    notes = [spread] * (len(values) > 1) + [limit] * bool(limit)
    tail = f"   ({'; '.join(notes)})" if notes else ""
    print(f"  {what:<48} {middle:9.4g} {unit:<8} {beside(what, middle, unit)}{tail}", flush=True)


def beside(what: str, value: float, unit: str) -> str:
    """What was recorded of it, and how many times that it is now; recorded anew if that is asked for."""
    known = recorded()
    before = known.get(what)
    if os.environ.get("RECORD"):
        known[what] = {"value": float(f"{value:.4g}"), "unit": unit, "date": date.today(), **machine()}
        lines = yaml.safe_dump(known, sort_keys=False, default_flow_style=None, width=1000)
        BOOK.write_text(HEAD + lines, encoding="utf-8")
    if not before:
        return f"{'not recorded':<26}"
    ratio = f"ratio {value / before['value']:.2f}" if before["value"] else ""
    return f"recorded {before['value']:<8.4g} {ratio:<10}"


def recorded() -> dict[str, dict]:
    return yaml.safe_load(BOOK.read_text(encoding="utf-8")) or {} if BOOK.exists() else {}


@cache
def machine() -> dict[str, float]:
    """How busy it was when this began, and how quick it is."""
    load = os.getloadavg()[0]
    return {"quickness": round(1 / min(turns_of_a_million() for _ in range(5)), 1), "load": round(load, 1)}


def turns_of_a_million() -> float:
    start = time.perf_counter()
    for _ in range(1_000_000):
        pass
    return time.perf_counter() - start


def head(title: str) -> None:
    """Print what the next figures are about, and how the machine was when the first were recorded."""
    now = machine()
    print(f"\n{title}\n  (quickness {now['quickness']}, load {now['load']} when this began)", flush=True)
