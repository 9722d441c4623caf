"""Measures training in the page, in the Python that readers have there: `make bench`.

The book is built and shown in a real browser; `page_steps.py` runs in its Python.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))

from chromium import FLAGS, find_chromium  # noqa: E402
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
    print("\ntraining in the page, medians (and the least)")
    said = said_in_page((HERE / "page_steps.py").read_text(encoding="utf-8"))
    for line in said.splitlines():
        name, *values = line.split()
        what, unit, aim = ROWS[name]
        middle, least = (f"{float(value):.{2 if unit == 'times' else 0}f}" for value in values)
        print(f"  {what:<38} {middle:>9} {unit:<5} ({least})" + (f"   aim {aim}" if aim else ""))


if __name__ == "__main__":
    main()
