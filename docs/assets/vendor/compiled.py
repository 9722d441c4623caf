"""Write numpy-…-compiled.whl, bytecode of the modules that `import numpy` imports: part of `make vendor`.

The wheel of NumPy comes without any, and to compile its modules takes half of the import.
In: the wheel, and the page's Python. Out: an archive to unpack over it. Its bytecode says that
nobody need look whether it is older than its module (PEP 552): both come from here.
"""

from pathlib import Path

from page_python import answer_of_python, hash_of

HERE = Path(__file__).parent / "python"
WHEEL = next(HERE.glob("numpy-*-cp*.whl")).name
TARGET = HERE / f"{'-'.join(WHEEL.split('-')[:2])}-compiled.whl"
PROGRAM = """
import io, numpy, sys, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc, cache_from_source
from importlib.util import source_hash
from pathlib import Path

home = Path(numpy.__file__).parents[1]
modules = [module.__file__ for name, module in sys.modules.items() if name.partition(".")[0] == "numpy"]
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
    for path in sorted(path for path in modules if path.endswith(".py")):
        source = Path(path).read_bytes()
        code = compile(source, path, "exec", dont_inherit=True)
        name = Path(cache_from_source(path)).relative_to(home).as_posix()
        target.writestr(zipfile.ZipInfo(name), _code_to_hash_pyc(code, source_hash(source), False), zipfile.ZIP_DEFLATED)
archive.getvalue()
"""


def ingredients() -> str:
    return hash_of(HERE / WHEEL, Path(__file__))


def make() -> None:
    TARGET.write_bytes(answer_of_python(PROGRAM, wheel=WHEEL))
