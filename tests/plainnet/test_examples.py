"""Every Example of every docstring runs and prints what it says."""

import doctest
import importlib
from pathlib import Path

import pytest

import plainnet

ROOT = Path(plainnet.__file__).parent
PARTS = [p.relative_to(ROOT.parent).with_suffix("").parts for p in ROOT.rglob("*.py")]
MODULES = sorted(".".join(parts).removesuffix(".__init__") for parts in PARTS)


@pytest.mark.parametrize("name", [m for m in MODULES if not m.endswith("__main__")])
def test_examples_print_what_they_say(name):
    module = importlib.import_module(name)
    result = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert not result.failed
