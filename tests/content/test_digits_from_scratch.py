"""The chapter's promises: three engines print the same losses, and the demo reads with the weights that were saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

from plainnet import load

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "snippets" / "digits-from-scratch"
WEIGHTS = ROOT / "data" / "digits-from-scratch.safetensors"


def test_loop_by_hand_prints_the_losses_of_plainnet_and_pytorch():
    losses = (PROGRAMS / "by-hand.out").read_text()
    assert losses.count("loss") == 5
    assert (PROGRAMS / "with-torch.out").read_text() == losses  # the same on both: test_programs.py


def test_weights_that_the_demo_reads_with_are_those_the_program_saves(tmp_path, pytestconfig):
    command = [sys.executable, "-m", "plainnet.as_torch", str(PROGRAMS / "train.py")]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, check=False)
    assert done.returncode == 0
    if pytestconfig.getoption("update"):
        shutil.copy(tmp_path / "digits.safetensors", WEIGHTS)
    made, kept = load(tmp_path / "digits.safetensors"), load(WEIGHTS)
    assert differing(made, kept) == []
    made["examples"] = made["examples"] + 0.01
    assert differing(made, kept) == ["examples"]


def differing(made, kept) -> list[str]:
    """The names of weights that are not the same in two files.

    Another processor rounds the last bit otherwise, and half precision may then fall on its neighbour.
    """
    if list(made) != list(kept):
        return ["the names"]
    pairs = {name: (made[name].numpy().astype(float), kept[name].numpy().astype(float)) for name in kept}
    return [name for name, (one, other) in pairs.items() if not np.allclose(one, other, rtol=1e-7, atol=2e-3)]


def test_weights_are_credited_and_hold_235146_numbers():
    kept = load(WEIGHTS)
    assert sum(value.numel() for name, value in kept.items() if name != "examples") == 235_146
    assert kept["examples"].shape == (10, 28, 28)
    assert WEIGHTS.name in (ROOT / "data" / "README.md").read_text()
