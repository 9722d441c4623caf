"""Run a PyTorch program on plainnet: `python -m plainnet.as_torch program.py`.

`install()` puts stand-ins named torch, torch.nn, torch.optim ... in front of Python's
imports, and `uninstall()` takes them away again; importing this module does neither.
The stand-ins hand out plainnet's objects and say by name when something is missing.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType, TracebackType

import plainnet

PACKAGE = Path(plainnet.__file__).parent
MODULES = (
    "autograd",
    "nn",
    "nn.functional",
    "nn.init",
    "nn.utils",
    "optim",
    "optim.lr_scheduler",
    "random",
    "utils",
    "utils.data",
)  # those of torch's modules that plainnet has, parents first
CPU_ONLY = "plainnet runs on the CPU only, so leave devices out"
ADVICE = {
    "torch.amp": CPU_ONLY,
    "torch.compile": "plainnet runs programs as they are written, so leave it out",
    "torch.cuda": CPU_ONLY,
    "torch.device": CPU_ONLY,
    "torch.func": "plainnet has no gradients of gradients; use loss.backward()",
    "torch.jit": "plainnet runs programs as they are written, so leave it out",
    "torchaudio": "bring your own arrays, torch.from_numpy(array)",
    "torchtext": "a text is in plainnet.data.sonnets()",
    "torchvision": "images are in plainnet.data.digits() and plainnet.data.mnist()",
}
OTHERS = ("torchaudio", "torchtext", "torchvision")  # useless without torch itself


class StandIn(ModuleType):
    """A module under torch's name that hands out what plainnet has under that name."""

    def __init__(self, name, real):
        super().__init__(name, real.__doc__)
        self.__path__ = []  # a package: imports below it reach the Refusal
        self._real = real
        self.__all__ = [
            key for key, value in vars(real).items() if key[0] != "_" and not isinstance(value, ModuleType)
        ]

    def __getattr__(self, name):
        value = None if name.startswith("__") else getattr(self._real, name, None)
        if value is None or isinstance(value, ModuleType):
            raise AttributeError(_missing(f"{self.__name__}.{name}"))
        setattr(self, name, value)  # found at once the next time
        return value

    def __dir__(self):
        return self.__all__


class Refusal:
    """An import finder that turns down what plainnet has no stand-in for."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Raise ModuleNotFoundError for torch's other modules; pass on all others."""
        if name.split(".")[0] in ("torch", *OTHERS):
            # without the name Python hands this message on, also for `from ... import`
            raise ModuleNotFoundError(_missing(name))


def _missing(name):
    """What to tell a program that asks for `name`, for example torch.nn.Lineer."""
    for known, advice in ADVICE.items():
        if name == known or name.startswith(known + "."):
            return f"plainnet has no {name}: {advice}"
    from difflib import get_close_matches

    parent, _, last = name.rpartition(".")
    near = get_close_matches(last, getattr(sys.modules.get(parent), "__all__", ()), 3)
    nearest = f"the nearest it has: {', '.join(near)}" if near else "nothing is near it"
    return (
        f"plainnet has no {name}; {nearest}. It holds what the book's programs use; "
        "to run this one on PyTorch, start it without plainnet.as_torch"
    )


_replaced = None  # the modules that were imported under these names before


def install():
    """From now on `import torch` imports plainnet. Again: nothing more happens.

    Example:
        >>> from plainnet import as_torch
        >>> as_torch.install()
        >>> import torch
        >>> torch.__version__
        'plainnet 0.1.0'
        >>> as_torch.uninstall()

    Source: docs/chapters/training-loop.md
    """
    global _replaced
    if _replaced is not None:
        return
    _replaced = _under_torch()
    for name in _replaced:
        del sys.modules[name]
    top = sys.modules["torch"] = StandIn("torch", plainnet)
    top.__version__ = f"plainnet {plainnet.__version__}"
    for name in MODULES:
        module = StandIn(f"torch.{name}", import_module(f"plainnet.{name}"))
        sys.modules[module.__name__] = module
        parent, _, last = module.__name__.rpartition(".")
        setattr(sys.modules[parent], last, module)
    sys.meta_path.insert(0, Refusal)


def uninstall():
    """Take the stand-ins away, and put back what was imported before `install()`.

    Source: docs/chapters/training-loop.md
    """
    global _replaced
    if _replaced is None:
        return
    sys.meta_path.remove(Refusal)
    for name in _under_torch():
        del sys.modules[name]
    sys.modules.update(_replaced)
    _replaced = None


def _under_torch():
    return {name: module for name, module in sys.modules.items() if name.split(".")[0] in ("torch", *OTHERS)}


def run(program, arguments=()):
    """Run the file `program` as Python would, but on plainnet; returns the exit status.

    Args:
        program: a path.
        arguments: what the program finds in `sys.argv[1:]`.
    """
    install()
    main = sys.modules["__main__"] = ModuleType("__main__")
    main.__file__ = str(program)
    sys.argv = [str(program), *arguments]
    sys.path.insert(0, str(Path(program).resolve().parent))
    try:
        source = Path(program).read_bytes()
        exec(compile(source, str(program), "exec"), main.__dict__)
    except Exception as error:
        shorten_traceback(error)
        sys.excepthook(type(error), error, error.__traceback__)
        return 1
    return 0


def shorten_traceback(error):
    """Leave only the program's own lines in the traceback of an error."""
    while error is not None:
        lines, here = [], error.__traceback__
        while here is not None:
            lines.append(here)
            here = here.tb_next
        kept = None
        for line in reversed(lines):
            if PACKAGE not in Path(line.tb_frame.f_code.co_filename).parents:
                kept = TracebackType(kept, line.tb_frame, line.tb_lasti, line.tb_lineno)
        error.__traceback__ = kept
        error = error.__cause__ or error.__context__


def main(arguments):
    """The command line: a program and its arguments; returns the exit status."""
    if not arguments or arguments[0].startswith("-"):
        print("usage: python -m plainnet.as_torch program.py [argument ...]")
        return 2
    program, *rest = arguments
    if not Path(program).is_file():
        print(f"plainnet.as_torch expected a Python file, found none at {program}")
        return 2
    return run(program, rest)


if __name__ == "__main__":
    # by its full name, so that the program finds this very module, not a second copy
    sys.exit(import_module("plainnet.as_torch").main(sys.argv[1:]))
