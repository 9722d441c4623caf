"""What the checks in quiz files may use, and a process that can be stopped to run them in."""

from __future__ import annotations

import math
import multiprocessing
import runpy
from pathlib import Path

import numpy as np

import plainnet
from mkdocs_lesson.book import open_book
from mkdocs_lesson.program import Program
from mkdocs_lesson.prove import complaints
from mkdocs_lesson.quiz import Quiz, load_quiz

ROOT = Path(__file__).parents[2]
EVERY_TYPE = ROOT / "tests" / "every-type" / "quizzes" / "every-type.yml"

SECONDS = 60  # a proof may run a program of the book several times, beside other work


def identity(z):
    return z


def step(z):
    return np.where(np.asarray(z) >= 0, 1, 0)[()]


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def relu(z):
    return np.maximum(0, z)


def nn_output(x, w, b, activation=identity):
    """activation(w · x + b), the neuron of the book."""
    return activation(np.dot(w, x) + b)


def all_quizzes() -> list[Quiz]:
    """The quizzes of the book, and the one of the tests that holds every type of question."""
    return [*open_book(ROOT).quizzes.values(), load_quiz(EVERY_TYPE)]


def names_for(quiz: Quiz, root: Path) -> dict[str, object]:
    """The names that the checks of one quiz file may use."""

    def program(idea: str) -> dict[str, object]:
        name = idea if "/" in idea else f"{quiz.slug}/{idea}"
        return runpy.run_path(str(Program(root / "snippets" / f"{name}.py").path))

    return {
        "np": np,
        "math": math,
        "isclose": math.isclose,
        "plainnet": plainnet,
        "identity": identity,
        "step": step,
        "sigmoid": sigmoid,
        "relu": relu,
        "nn_output": nn_output,
        "program": program,
    }


def prove_apart(question, names) -> list[tuple[tuple, str]]:
    """What `complaints` says, or that the check never ends."""
    return apart(lambda: complaints(question, names)) or []


def apart(work, seconds: float = SECONDS):
    """Do some work in a forked process, so that an endless check ends; as complaints if it did."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def child():
        sender.send(work())

    process = context.Process(target=child)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            return [(("check",), f"ran longer than {seconds} s")]
        return receiver.recv()
    except EOFError:
        return [(("check",), "ended the process; let it compute and return")]
    finally:
        process.kill()
        process.join()
