"""Every public name is torch's, with torch's arguments, order and defaults."""

import inspect

import pytest

import plainnet

LEFT_OUT = {
    "device",
    "out",
    "layout",
    "pin_memory",
    "memory_format",
    "size_average",
    "reduce",
}
SPACES = ["nn", "nn.functional", "autograd"]


def place(package, path):
    for name in filter(None, path.split(".")):
        package = getattr(package, name)
    return package


def public(space):
    """(name, thing) for every function and class of a package's own."""
    for name, thing in vars(place(plainnet, space)).items():
        if name.startswith("_") or inspect.ismodule(thing):
            continue
        if getattr(thing, "__module__", "").startswith("plainnet"):
            yield name, thing


NAMES = [(space, name) for space in ["", *SPACES] for name, _ in public(space)]
OWN = {
    ("autograd", name)
    for name in (
        "record",
        "is_grad_enabled",
        "shared",
        "changed",
        "unbroadcast",
        "method",
        "Node",
        "Tensor",
    )
} | {
    ("autograd", "backward"),
    ("autograd", "requires_grad_"),
    ("autograd", "retain_grad"),
    ("", "dtype"),
}


@pytest.mark.parametrize("space, name", [n for n in NAMES if n not in OWN], ids=lambda x: x or "torch")
def test_name_and_arguments_are_torchs(space, name):
    torch = pytest.importorskip("torch")
    ours, theirs = (getattr(place(t, space), name) for t in (plainnet, torch))
    assert callable(ours) == callable(theirs)
    our_list, their_list = parameters(ours), parameters(theirs)
    if our_list is None or their_list is None:
        return  # torch's functions written in C tell no signature
    wanted = [p for p in their_list if p.name not in LEFT_OUT]
    names = [p.name for p in wanted]
    order = [names.index(p.name) for p in our_list if p.name in names]
    strangers = [p.name for p in our_list if p.name not in names]
    assert not strangers or any(p.kind == p.VAR_POSITIONAL for p in their_list), strangers
    assert order == sorted(order)
    defaults = {p.name: p.default for p in wanted}
    for p in our_list:
        if p.name in defaults and p.default is not p.empty:
            assert told(p.default) == told(defaults[p.name]), p.name


def told(default):
    """A default as it reads: of a function its name."""
    return getattr(default, "__name__", default)


def parameters(thing):
    try:
        found = inspect.signature(thing).parameters.values()
    except (ValueError, TypeError):
        return None
    return [p for p in found if p.name != "self"]


def methods():
    return [name for name in dir(plainnet.Tensor) if not name.startswith("_") and name != "array"]


@pytest.mark.parametrize("name", methods())
def test_method_is_torchs(name):
    torch = pytest.importorskip("torch")
    assert hasattr(torch.Tensor, name)


def documented():
    """Every public function, class and method with the place it is written at."""
    for space, name in NAMES:
        thing = getattr(place(plainnet, space), name)
        yield f"{space}.{name}", thing
        if inspect.isclass(thing):
            for method, member in vars(thing).items():
                if not method.startswith("_") and inspect.isfunction(member):
                    yield f"{space}.{name}.{method}", member


@pytest.mark.parametrize("name, thing", list(documented()), ids=lambda x: x if isinstance(x, str) else "")
def test_everything_says_what_it_is(name, thing):
    assert (thing.__doc__ or "").strip(), f"{name} has no docstring"
