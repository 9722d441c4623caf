"""Ask the Python of the page, in a real browser: a program goes in, its last value or its memory comes out."""

import hashlib
import sys
from base64 import b64decode
from pathlib import Path

HERE = Path(__file__).parent
PYTHON = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
WORKER = """
const [home, wheel] = self.name.split(" ");
self.onmessage = async ({data: {program, memory}}) => {
  const {loadPyodide} = await import(home + "pyodide.mjs");
  const python = await loadPyodide({indexURL: home, _makeSnapshot: memory});
  if (wheel) {
    const extractDir = python.pyimport("sysconfig").get_path("purelib");
    python.unpackArchive(await (await fetch(home + wheel)).arrayBuffer(), "wheel", {extractDir});
  }
  const value = python.runPython(program);
  self.postMessage(new Blob([memory ? python.makeMemorySnapshot() : value.toJs()]));
};
"""
ASK = """([code, wheel, program, memory]) => new Promise((resolve, reject) => {
  const home = new URL("python/", location.href).href;
  const address = URL.createObjectURL(new Blob([code], {type: "text/javascript"}));
  const worker = new Worker(address, {type: "module", name: `${home} ${wheel}`});
  worker.onerror = ({message}) => reject(message);
  worker.onmessage = ({data}) => {
    Object.assign(new FileReader(), {onload: ({target}) => resolve(target.result)}).readAsDataURL(data);
  };
  worker.postMessage({program, memory});
})"""


def answer_of_python(program: str, *, wheel: str = "", memory: bool = False) -> bytes:
    """The bytes that a program ends with, or with `memory` all that is in memory then."""
    sys.path.insert(0, str(HERE.parents[2] / "tests/browser"))
    from chromium import FLAGS, find_chromium
    from playwright.sync_api import sync_playwright
    from server import listening, serve

    with sync_playwright() as playwright, listening() as server:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_page()
        page.goto(serve(server, HERE) + "manifest.json")
        found = page.evaluate(ASK, [WORKER, wheel, program, memory])
        browser.close()
    return b64decode(found.partition(",")[2])


def hash_of(*others: Path) -> str:
    """What something is made of that the page's Python made of itself and of these files."""
    files = [*(HERE / "python" / name for name in PYTHON), Path(__file__), *others]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
