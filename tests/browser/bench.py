"""Measures what readers and authors wait for, and prints it: `make bench`.

Medians of several runs on this machine. "Cold": nothing cached, no hover before the click.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from budgets import BUDGETS
from chromium import FLAGS, find_chromium
from demo import DEMOS
from figures import head, tell
from frames import light_page, script_per_frame
from playwright.sync_api import Browser, Page, sync_playwright
from server import address, build_site, listening, serve

ROOT = Path(__file__).parents[2]
CHAPTER = "chapters/artificial-neuron/"
PROGRAM = "lesson-run[data-program='artificial-neuron/by-hand']"
DONE = "same as recorded"
CLICK_TO_OUTPUT = """([selector, done]) => new Promise(resolve => {
  const program = document.querySelector(selector);
  const run = [...program.querySelectorAll("button")].find(b => b.textContent.includes("Run"));
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (program.textContent.includes(done)) { watch.disconnect(); resolve(performance.now() - start); }
  });
  watch.observe(program, {subtree: true, childList: true, characterData: true});
  run.click();
})"""


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def bench_build(folder: Path) -> None:
    """The whole process `mkdocs build`, as `make site` starts it."""
    times = [seconds(lambda: build_site(folder, "http://127.0.0.1:8000/")) for _ in range(5)]
    tell("build, whole process", times, "s")


def bench_edit() -> None:
    """From saving a one-line edit to the new page being served by `make serve`."""
    page = ROOT / "docs" / "notation.md"
    before = page.read_bytes()
    port = free_port()
    environment = os.environ | {"SITE_URL": f"http://127.0.0.1:{port}/", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", "--quiet"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/notation/", "</html>")
        times = []
        for number in range(3):
            time.sleep(1.5)
            mark = f"edit number {number} of the bench"
            page.write_bytes(before + f"\n{mark}\n".encode())
            times.append(seconds(lambda mark=mark: wait_for(f"http://127.0.0.1:{port}/notation/", mark)))
        tell("one-line edit, saved to served", times, "s")
    finally:
        page.write_bytes(before)
        server.terminate()
        server.wait()


def free_port() -> int:
    with listening() as server:
        return server.server_port


def wait_for(url: str, text: str, patience: float = 60) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if text in urllib.request.urlopen(url, timeout=10).read().decode():
                return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{url} never showed {text!r}")


def bench_frames(browser: Browser, url: str) -> None:
    """The script that each demo needs for a frame while it moves."""
    limit = f"at most {BUDGETS['demo']['ms of script in a frame']}"
    for slug in DEMOS:
        page = browser.new_page()
        runs = [script_per_frame(light_page(page, url, slug)) for _ in range(3)]
        for way in runs[0]:
            tell(f"demo {slug}, {way}", [found[way] for found in runs], "ms", limit)
        page.context.close()


def click_to_output(page: Page) -> float:
    return page.evaluate(CLICK_TO_OUTPUT, [PROGRAM, DONE]) / 1000


def bench_python(browser: Browser, url: str) -> None:
    cold, soon, settled = [], [], []
    for _ in range(10):
        page = browser.new_context().new_page()
        page.goto(url + CHAPTER, wait_until="networkidle")
        page.locator(f"{PROGRAM} [data-action=run]").wait_for()
        cold.append(click_to_output(page))
        page.wait_for_timeout(500)
        soon.append(run_again(page))
        page.wait_for_timeout(8000)  # now the book is kept, NumPy in place, and the browser quiet
        settled.append(run_again(page))
        page.context.close()
    tell("click to output, cold", cold, "s")
    tell("run again after half a second", [1000 * value for value in soon], "ms")
    tell("run again when all is in place", [1000 * value for value in settled], "ms")


def run_again(page: Page) -> float:
    """Run the same program again; the words of the last run must go first."""
    return page.evaluate(
        """selector => new Promise(resolve => {
          const program = document.querySelector(selector);
          const run = [...program.querySelectorAll("button")].find(b => b.textContent.includes("Run"));
          program.addEventListener("lesson-run-ended", () => resolve((performance.now() - start) / 1000), {once: true});
          const start = performance.now();
          run.click();
        })""",
        PROGRAM,
    )


def main() -> None:
    head(f"building, Python {platform.python_version()}, {os.cpu_count()} processors; medians")
    with tempfile.TemporaryDirectory() as folder, listening() as server, sync_playwright() as playwright:
        bench_build(Path(folder))
        bench_edit()
        build_site(Path(folder), address(server))
        url = serve(server, Path(folder))
        for path in (Path(folder) / "assets/vendor/python").iterdir():  # a static host keeps them squeezed
            urllib.request.urlopen(
                urllib.request.Request(
                    f"{url}assets/vendor/python/{path.name}", headers={"Accept-Encoding": "gzip"}
                )
            ).read()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        head("Python in the page, a chapter; these times are worth something on a quiet machine only")
        bench_python(browser, url)
        head("script in a frame, demo by demo, in processor time")
        bench_frames(browser, url)
        browser.close()


if __name__ == "__main__":
    main()
