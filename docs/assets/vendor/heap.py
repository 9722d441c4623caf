"""Write python.heap, the memory of Python once it has started: part of `make vendor`.

In: the files of Pyodide beside this script, run in a real browser. Out: what the page's worker
puts into memory instead of starting Python there, which takes most of the time before a first
program can run. The memory holds the data that pyodide.asm.wasm carries, so that part is kept
as a difference: zeros, nearly everywhere. Squeezed with gzip, after four numbers: how long the
wasm file is, where the part begins in the memory, where in the wasm file, and how long it is.
"""

import gzip
from pathlib import Path

from page_python import answer_of_python, hash_of

HERE = Path(__file__).parent
# Imported before the memory is taken: what NumPy, plainnet and the page's own tools import.
MODULES = """ast base64 calendar csv ctypes dataclasses datetime difflib email.message email.utils
importlib.metadata json linecache numbers pickle platform statistics sysconfig tempfile traceback"""


def memory() -> bytes:
    """The memory of Python in a browser, started, with the modules imported."""
    return answer_of_python(f"import {', '.join(MODULES.split())}\nimport gc\ngc.collect()", memory=True)


def number(data: bytes, place: int) -> tuple[int, int]:
    """A number as wasm writes it (unsigned LEB128), and the place after it."""
    value = shift = 0
    while True:
        byte = data[place]
        value |= (byte & 127) << shift
        place, shift = place + 1, shift + 7
        if byte < 128:
            return value, place


def data_of(wasm: bytes) -> tuple[int, int]:
    """Where the one block of data begins in a wasm file, and how long it is.

    Source: WebAssembly Core Specification, 5.5.14 (data section: 11).
    """
    place = 8  # after the magic word and the version
    while place < len(wasm):
        kind = wasm[place]
        size, place = number(wasm, place + 1)
        if kind == 11:
            blocks, place = number(wasm, place)
            mode, get, _, end = wasm[place : place + 4]  # at the global that says where memory begins
            assert (blocks, mode, get, end) == (1, 0, 0x23, 0x0B), "the data section has another form"
            length, start = number(wasm, place + 4)
            return start, length
        place += size
    raise ValueError("the wasm file has no data section")


def difference(memory: bytes, wasm: bytes) -> bytes:
    """The memory, less the data that the wasm file carries, after the four numbers."""
    start, length = data_of(wasm)
    probe = wasm[start + length // 2 :][:256]
    at = memory.index(probe) - length // 2
    mine, theirs = (
        int.from_bytes(block, "little") for block in (memory[at : at + length], wasm[start : start + length])
    )
    less = (mine ^ theirs).to_bytes(length, "little")
    head = b"".join(value.to_bytes(4, "little") for value in (len(wasm), at, start, length))
    return head + memory[:at] + less + memory[at + length :]


def ingredients() -> str:
    return hash_of(Path(__file__))


def make() -> None:
    wasm = (HERE / "python/pyodide.asm.wasm").read_bytes()
    packed = gzip.compress(difference(memory(), wasm), 9, mtime=0)
    (HERE / "python/python.heap").write_bytes(packed)
