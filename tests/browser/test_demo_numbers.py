"""What the demos compute without a page: numbers, and the state in an address."""

from __future__ import annotations

import math
import re

import pytest
from demo import assert_light, assert_written, call, numbers
from watch import watched

from plainnet.draw.svg import shown, signed

FIELDS = {
    **{f"x{i}": {"min": -1, "max": 1, "step": 0.1} for i in (1, 2, 3)},
    **{f"w{i}": {"min": -2, "max": 2, "step": 0.1} for i in (1, 2, 3)},
    "activation": ["step", "sigmoid"],
}
START = {"x1": 0.5, "x2": -0.3, "x3": 0.7, "w1": 0.8, "w2": 1.2, "w3": -0.5}
START |= {"activation": "sigmoid"}

SLUG = "artificial-neuron"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def library(browser, site):
    """A function that evaluates an expression over the names of a module in lib/."""
    with watched(browser) as context:
        page = context.new_page()
        page.goto(f"{site}404.html")
        yield lambda module, expression, given=None: call(
            page, site, module, f"(lib, given) => {expression}", given
        )


# --- numbers ----------------------------------------------------------------------------


def test_fixture_and_still_figure_are_what_python_writes():
    assert_written(SLUG)


def test_numbers_are_pythons(library):
    cases = numbers(SLUG)
    script = """given.map(({x, w, b, a}) => Object.keys(a).map((activation) =>
      lib.neuron({x1: x[0], x2: x[1], x3: x[2], w1: w[0], w2: w[1], w3: w[2], b, activation})))"""
    assert set(library("neuron", "Object.keys(lib.ACTIVATIONS)")) == set(cases[0]["a"])
    for case, outcomes in zip(cases, library("neuron", script, cases), strict=True):
        for (name, a), found in zip(case["a"].items(), outcomes, strict=True):
            assert found["products"] == case["products"]
            assert found["z"] == case["z"]
            assert found["a"] == pytest.approx(a, rel=1e-12, abs=1e-12), name


def test_error_function_is_pythons(library):
    xs = [i / 16 for i in range(-128, 129)]
    for x, found in zip(xs, library("neuron", "given.map(lib.erf)", xs), strict=True):
        assert found == pytest.approx(math.erf(x), rel=1e-14, abs=0)


def test_numbers_are_written_as_in_the_figures(library):
    values = [0.5, -0.5, 0, -0.0, -0.001, 1, -2, 0.35999999999999999]
    for digits in (2, 4):
        expected = [[shown(v, digits), signed(v, digits)] for v in values]
        script = f"given.map((v) => [lib.shown(v, {digits}), lib.signed(v, {digits})])"
        assert library("format", script, values) == expected
    assert library("format", "given.map((v) => lib.signed(v))", values[:4]) == ["+0.5", "−0.5", "0", "0"]


# --- the state in the address -----------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_address_carries_any_state_and_keeps_the_rest(library, seed):
    script = """(([fields, start, seed]) => {
      const state = lib.randomised(fields, {...start, activation: "step"}, seed);
      const address = lib.toAddress("https://book.example/a/?q=1&neuron=old#the-bias", "neuron", state, start);
      return [state, address, lib.fromAddress(address, "neuron", fields, start)];
    })(given)"""
    state, address, found = library("demo-state", script, [FIELDS, START, seed])
    assert found == state != START
    assert re.fullmatch(r"https://book\.example/a/\?q=1&neuron=[\w:.,-]+#the-bias", address)


def test_start_needs_no_words_in_the_address(library):
    script = "lib.toAddress('https://book.example/a/?neuron=w1:2', 'neuron', given, given)"
    assert library("demo-state", script, START) == "https://book.example/a/"


@pytest.mark.parametrize(
    "text",
    ["", "w1", "w1:", "w1:two", "w1:2.1", "w1:-3", "w9:1", "activation:relus", "toString:1", "w1:1,x1:9"],
)
def test_damaged_address_is_refused(library, text):
    script = "lib.fromAddress(given[2], 'neuron', given[0], given[1])"
    address = f"https://book.example/?neuron={text}"
    assert library("demo-state", script, [FIELDS, START, address]) is None


@pytest.mark.parametrize(("value", "snapped"), [(0.449, 0.4), (9, 1), (-9, -1), (-0.04, 0), (0.7000001, 0.7)])
def test_dials_hold_tenths_within_their_limits(library, value, snapped):
    assert library("demo-state", "lib.snap(given[0], given[1])", [value, FIELDS["x1"]]) == snapped


def test_demo_is_light():
    assert_light(10_000, SLUG)
