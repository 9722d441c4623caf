"""The networks of the depth demo are those that the chapter's program trains."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parent / "fixtures/depth.py"


def test_depth_demo_shows_the_networks_of_the_program():
    depth = runpy.run_path(str(FIXTURE))
    networks, right = depth["trained"]()
    remedy = "the demo's networks are stale: run 'python tests/content/fixtures/depth.py'"
    shown = depth["written"]()
    for found, expected in zip(shown, networks, strict=True):
        for net, trained in zip(found, expected, strict=True):
            assert net == pytest.approx(trained, abs=0.51 * 10 ** -depth["DIGITS"]), remedy
    assert depth["module"](shown) == depth["NETWORKS"].read_text(encoding="utf-8"), remedy
    X, arm = depth["spirals"]()
    for widths, nets, counts in zip(depth["SIZES"].values(), shown, right, strict=True):
        assert [int(((depth["scores"](widths, net, X) > 0) == (arm > 0)).sum()) for net in nets] == counts


def test_depth_fixture_and_still_figure_are_what_python_writes():
    depth = runpy.run_path(str(FIXTURE))
    remedy = "is stale: run 'python tests/content/fixtures/depth.py'"
    assert depth["NUMBERS"].read_text() == depth["numbers"](), f"{depth['NUMBERS']} {remedy}"
    assert depth["FIGURE"].read_text() == depth["figure"](), f"{depth['FIGURE']} {remedy}"
