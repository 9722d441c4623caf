"""Measures training in the page, in the Python that readers have there: `make bench`.

The book is built and shown in a real browser; `page_steps.py` runs in its Python.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))

from chromium import FLAGS, find_chromium  # noqa: E402
from figures import beside  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from server import address, build_site, listening, serve  # noqa: E402

RUN = """([address, source]) => import(address).then(({ python }) => new Promise(resolve => {
  let said = "";
  const nothing = () => {};
  python.run("page_steps.py", source, {
    loading: nothing, started: nothing, full: nothing,
    text: (_, text) => { said += text },
    ended: ({ outcome }) => resolve([outcome, said]),
  });
}))"""
ROWS = {
    "xor": ("a step of XOR 2-8-1, all 4 corners", "us", 150),
    "digits": ("a step of 64-32-10, 32 digits", "us", 400),
    "wide": ("a step of 784-256-128-10, 64 images", "us", None),
    "ratio": ("that step with NumPy's own product", "times", 2),
}


def said_in_page(source):
    """What a program prints in the page."""
    with tempfile.TemporaryDirectory() as folder, listening() as server, sync_playwright() as playwright:
        build_site(Path(folder), address(server))
        url = serve(server, Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_page()
        page.goto(url + "chapters/artificial-neuron/", wait_until="networkidle")
        outcome, said = page.evaluate(RUN, [url + "assets/elements/interpreter.js", source])
        browser.close()
    if outcome != "finished":
        raise SystemExit(f"the program in the page was {outcome}:\n{said}")
    return said


def main():
    print("\ntraining in the page: medians, the least, and the least without a page")
    said = said_in_page((HERE / "page_steps.py").read_text(encoding="utf-8"))
    command = [sys.executable, HERE / "page_steps.py"]
    here = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line, line_here in zip(said.splitlines(), here.splitlines(), strict=True):
        name, *values = line.split()
        what, unit, aim = ROWS[name]
        digits = 2 if unit == "times" else 0
        middle, least, here = (round(float(v), digits) for v in (*values, line_here.split()[2]))
        print(
            f"  {what:<38} {middle:9} {least:9} {here:9} {unit:<5} {beside(what, middle, unit)}"
            + (f"   aim {aim}" if aim else "")
        )


if __name__ == "__main__":
    main()
