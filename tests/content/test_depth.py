"""The networks of the depth demo are those that the chapter's program trains."""

from __future__ import annotations

import runpy
from pathlib import Path

FIXTURE = Path(__file__).parent / "fixtures/depth.py"


def test_depth_demo_shows_the_networks_of_the_program():
    depth = runpy.run_path(str(FIXTURE))
    networks, right = depth["trained"]()
    remedy = "the demo's networks are stale: run 'python tests/content/fixtures/depth.py'"
    shown, unit = depth["written"](), 10 ** -depth["DIGITS"]
    assert furthest(shown, networks) <= 0.51 * unit, remedy
    assert depth["module"](shown) == depth["NETWORKS"].read_text(encoding="utf-8"), remedy
    X, arm = depth["spirals"]()
    for widths, nets, counts in zip(depth["SIZES"].values(), shown, right, strict=True):
        assert [int(((depth["scores"](widths, net, X) > 0) == (arm > 0)).sum()) for net in nets] == counts


def furthest(shown, networks) -> float:
    """The largest difference between two numbers of networks that should be the same."""
    pairs = (pair for nets in zip(shown, networks, strict=True) for pair in zip(*nets, strict=True))
    return max(abs(a - b) for pair in pairs for a, b in zip(*pair, strict=True))


def test_a_weight_that_differs_is_found():
    shown = runpy.run_path(str(FIXTURE))["written"]()
    assert furthest(shown, shown) == 0
    assert furthest(shown, [[[w + 0.001 for w in net] for net in nets] for nets in shown]) > 0.0009


def test_depth_fixture_and_still_figure_are_what_python_writes():
    depth = runpy.run_path(str(FIXTURE))
    remedy = "is stale: run 'python tests/content/fixtures/depth.py'"
    assert depth["NUMBERS"].read_text() == depth["numbers"](), f"{depth['NUMBERS']} {remedy}"
    assert depth["FIGURE"].read_text() == depth["figure"](), f"{depth['FIGURE']} {remedy}"
