"""Every public name stands on one reference page, with what a reader needs to know."""

from __future__ import annotations

import contextlib
import doctest
import inspect
import io
import re
from collections import Counter
from pathlib import Path

import pytest

import plainnet
from mkdocs_lesson.book import open_book
from mkdocs_lesson.docstring import NAMED, PARTS, entries, read_docstring
from mkdocs_lesson.fences import find_fences, shown_name

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
SHOWN = [
    (page.slug, *shown_name(line))
    for page in BOOK.pages.values()
    for fence in find_fences(page.body)
    if fence.kind == "reference"
    for line in fence.lines
]
PROSE = set(re.findall(r"`(?:x\.)?(\w+)(?:\(\))?`", BOOK.pages["tensors"].body))
SPACES = [
    "", "nn", "nn.functional", "nn.init", "nn.utils", "optim", "optim.lr_scheduler",
    "utils.data", "data", "draw", "autograd", "random", "testing", "serialize",
]  # fmt: skip
THEMSELVES = {"nn.Module", "nn.Parameter", "nn.ModuleList", "nn.ModuleDict"}
WITHOUT_ARRAYS = {
    "data.find", "data.sonnets", "utils.data.random_split", "utils.data.default_convert", "save", "load",
    "as_torch.install", "as_torch.uninstall", "keep_heap", "nn.init.calculate_gain", "manual_seed",
    "seed", "initial_seed", "set_default_dtype", "get_default_dtype", "is_grad_enabled",
    "set_printoptions",
}  # fmt: skip
CHAPTERS = set(
    [
        "inputs-to-outputs",
        "learnable-function",
        "artificial-neuron",
        "perceptron-from-scratch",
        "activation-functions",
        "layers-and-forward-pass",
        "depth",
        "loss-functions",
        "gradient-descent",
        "backpropagation",
        "training-loop",
        "digits-from-scratch",
        "what-a-network-learns",
        "optimizers",
        "signal-flow",
        "overfitting-and-regularization",
        "tuning-and-debugging",
        "convolutional-networks",
        "recurrent-networks",
        "attention",
        "transformers",
        "graph-networks",
        "specialised-architectures",
        "autoencoders-and-vaes",
        "gans",
        "diffusion-models",
        "expressivity",
        "loss-landscape-and-ntk",
        "generalization-puzzles",
        "robustness-and-causality",
        "data-and-evaluation",
        "compression-and-deployment",
        "explainability",
        "privacy",
        "language-models-and-scaling",
        "adapting-models",
        "history",
        "applications",
        "risks-and-ethics",
        "future-and-resources",
    ]
)  # the book's 40 slugs, written or still to be written
LINES = {"torch": plainnet, "nn": plainnet.nn, "F": plainnet.nn.functional}


def at(name: str):
    """What a name stands for, as Python finds it."""
    found = plainnet
    for part in name.split("."):
        if not hasattr(found, part):
            __import__(f"{found.__name__}.{part}")
        found = inspect.getattr_static(found, part) if inspect.isclass(found) else getattr(found, part)
    return found


def public_names():
    """Every function and class that a program may use, by each of its names."""
    for space in SPACES:
        module = at(space) if space else plainnet
        listed = getattr(module, "__all__", None)
        for name in listed or [n for n in vars(module) if not n.startswith("_")]:
            thing = getattr(module, name)
            whole = Path(module.__file__).name == "__init__.py"  # else what it imports is not its own
            own = getattr(thing, "__module__", "").startswith("plainnet" if whole else module.__name__)
            if (inspect.isclass(thing) or inspect.isfunction(thing)) and own:
                yield f"{space}.{name}".lstrip("."), thing


@pytest.fixture(scope="module")
def places():
    """{identity of a thing: the pages that describe it}."""
    found: dict[int, list[str]] = {}
    for slug, name, _ in SHOWN:
        found.setdefault(id(at(name)), []).append(slug)
    return found


@pytest.mark.parametrize("name, thing", list(public_names()), ids=lambda x: x if isinstance(x, str) else "")
def test_public_name_stands_on_one_page(name, thing, places):
    pages = places.get(id(thing), [])
    assert len(pages) == 1, (
        f"docs/reference: `{name}` stands on {pages or 'no page'}; put it into one ```reference fence"
    )


def test_every_method_of_a_tensor_can_be_found(places):
    own = {member.name for member in BOOK.api.find("Tensor").members} | {"array", "grad", "requires_grad"}
    top = {name for _, _, name in SHOWN}
    missing = [
        name
        for name in dir(plainnet.Tensor)
        if not name.startswith("_")
        and name not in own | PROSE | top
        and id(inspect.getattr_static(plainnet.Tensor, name)) not in places
    ]
    assert not missing, f"docs/reference/tensors.md: no word of the methods {missing}"


def test_values_are_listed():
    kinds = {n for n, v in vars(plainnet).items() if isinstance(v, plainnet.dtype)}
    missing = (kinds | {"pi", "e", "inf", "nan"}) - PROSE
    assert not missing, f"docs/reference/tensors.md: no word of {sorted(missing)}"


def test_no_name_is_shown_twice():
    twice = [name for name, count in Counter(name for _, _, name in SHOWN).items() if count > 1]
    assert not twice, f"docs/reference: shown twice: {twice}"


each_shown = pytest.mark.parametrize("slug, name, shown", SHOWN, ids=[s[2] for s in SHOWN])


@each_shown
def test_docstring_has_its_parts_in_order(slug, name, shown):
    thing = BOOK.api.find(name)
    place = f"{thing.place[0].relative_to(ROOT)}: {thing.place[1]}"
    doc = read_docstring(thing.doc)
    if thing.kind == "value":
        return
    assert doc.first.endswith((".", ":", "`")), (
        f"{place}: the first paragraph says what it is, and ends with a full stop"
    )
    assert list(doc.parts) == [p for p in PARTS if p in doc.parts], (
        f"{place}: the order is {', '.join(PARTS)}"
    )
    arguments = set(re.findall(r"\w+", thing.arguments))
    for names, _ in entries(doc.parts.get("Args", "")) or ():
        wrong = set(names.replace("*", "").split(", ")) - arguments
        assert not wrong, f"{place}: Args names {wrong}, which it does not take"
    for part in set(NAMED) & set(doc.parts):
        said = entries(doc.parts[part])
        assert said is None or all(text for _, text in said), (
            f"{place}: {part} says nothing of one of its names"
        )


@each_shown
def test_name_has_an_example(slug, name, shown):
    thing = BOOK.api.find(name)
    has_own = "Example" in read_docstring(thing.doc).parts
    assert has_own or shown in BOOK.examples, (
        f"snippets/reference/{slug}.txt: `{shown}` needs an example, here or in its docstring"
    )
    assert not (has_own and shown in BOOK.examples), (
        f"snippets/reference/{slug}.txt: `{shown}` has one in its docstring already"
    )


@each_shown
def test_what_takes_or_gives_arrays_says_their_shapes(slug, name, shown):
    thing = BOOK.api.find(name)
    layer = re.match(r"nn\.\w+$", shown) and shown not in THEMSELVES
    if layer or (thing.kind == "function" and shown not in WITHOUT_ARRAYS):
        assert "Shape" in read_docstring(thing.doc).parts, (
            f"{name}: say what shapes go in and come out, under `Shape:`"
        )


@each_shown
def test_source_is_a_chapter_or_a_text(slug, name, shown):
    thing = BOOK.api.find(name)
    if thing.kind == "value":
        return
    source = read_docstring(thing.doc).parts.get("Source", "")
    assert source, f"{name}: say where it is taught or written, under `Source:`"
    unknown = set(re.findall(r"docs/chapters/([^;\s]*)\.md", source)) - CHAPTERS
    assert not unknown, f"{name}: no chapter is called {unknown}"


def recorded_anew(example: str) -> str:
    """The example with what it prints now."""
    names, out = dict(LINES), []
    for step in doctest.DocTestParser().get_examples(example):
        first, *rest = step.source.splitlines()
        out += [f">>> {first}", *(f"... {line}" for line in rest)]
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(step.source, "<example>", "single"), names)
        out += printed.getvalue().splitlines()
    return "\n".join(out)


@pytest.mark.parametrize("name", BOOK.examples)
def test_example_prints_what_it_says(name, pytestconfig):
    slug = {shown: slug for slug, _, shown in SHOWN}.get(name)
    assert slug, f"snippets/reference: an example of `{name}`, which no page shows"
    example, path = BOOK.examples[name], ROOT / "snippets/reference" / f"{slug}.txt"
    now = recorded_anew(example)
    if now != example and pytestconfig.getoption("update"):
        path.write_text(
            path.read_text(encoding="utf-8").replace(f"# {name}\n{example}", f"# {name}\n{now}"),
            encoding="utf-8",
        )
        return
    assert now == example, f"{path.relative_to(ROOT)}: the example of `{name}` is stale: run `make snippets`"
