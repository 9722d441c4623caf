"""What a reader takes home: the wheel from the served site, and programs that print the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from mkdocs_lesson.book import open_book

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A reader's environment that has NumPy and not our package."""
    folder = tmp_path_factory.mktemp("home")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    packages = next((folder / "env/lib").glob("python3*/site-packages"))
    numpys = Path(numpy.__file__).parents[1]
    for path in [*numpys.glob("numpy"), *numpys.glob("numpy.libs"), *numpys.glob("numpy-*.dist-info")]:
        (packages / path.name).symlink_to(path)
    return folder


def test_the_line_on_the_page_installs_the_package(page, site, home):
    page.goto(site + "chapters/artificial-neuron/")
    line = page.locator(".take-home code").first.text_content()
    found = re.fullmatch(
        r"pip install (http://127\.0\.0\.1:\d+/assets/plainnet-[\d.]+-py3-none-any\.whl)", line
    )
    assert found, line
    python = str(home / "env/bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-index", found[1]], check=True)
    for link in page.locator(".take-home a[href*='/artificial-neuron/']").all():
        program = BOOK.programs["artificial-neuron/" + link.text_content().removesuffix(".py")]
        response = page.request.get(page.evaluate("link => link.href", link.element_handle()))
        (home / program.path.name).write_bytes(response.body())
        engine = ["-m", "plainnet.as_torch"] if program.speaks_torch else []
        done = subprocess.run([python, *engine, program.path.name], cwd=home, capture_output=True, text=True)
        assert done.stdout == program.output, f"{program.path.name} prints otherwise at home:\n{done.stderr}"
        if program.drawing:
            assert (home / f"{program.path.stem}.svg").read_text() == program.drawing
