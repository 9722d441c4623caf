"""A question comes in; what its own code says against its key goes out.

Only pytest calls this. The names that checks may use are given by the caller.
"""

from __future__ import annotations

import ast
import contextlib
import io
import math
import traceback
from collections.abc import Callable, Iterator

from mkdocs_lesson.questions import Numeric, Option, Output, Question, Single

Names = dict[str, object]


def complaints(question: Question, names: Names) -> list[tuple[tuple, str]]:
    """Return (where in the question, what is wrong) for each disagreement."""
    prove: dict[type, Callable] = {Single: _single, Numeric: _numeric, Output: _output}
    if question.unchecked:
        return []
    return [*_restates(question), *prove[type(question)](question, names)]


def _single(question: Single, names: Names) -> Iterator[tuple[tuple, str]]:
    for index, option in enumerate(question.options):
        truth = _evaluate(question.check, names | _option_names(option))
        if isinstance(truth, _Failed):
            yield ("check",), f"`check` fails for the option {option.text!r}: {truth.text}"
        elif bool(truth) != option.correct:
            marked, says = ("right" if option.correct else "wrong"), bool(truth)
            yield (
                ("options", index),
                f"the option {option.text!r} is marked {marked}, but `check` says {says}",
            )


def _option_names(option: Option) -> Names:
    return {"value": option.value, "expr": option.expr, "text": option.text}


def _numeric(question: Numeric, names: Names) -> Iterator[tuple[tuple, str]]:
    space = dict(names)
    failed = _execute(question.check, space)
    if failed or "answer" not in space:
        yield ("check",), f"`check` must set `answer`: {failed.text if failed else 'it does not'}"
        return
    computed = float(space["answer"])
    if not math.isclose(computed, question.answer, rel_tol=0, abs_tol=question.tolerance / 2):
        yield ("answer",), f"the file says {question.answer!r}, `check` computes {computed!r}"
    for index, near in enumerate(question.feedback):
        if abs(near.near - question.answer) <= question.tolerance:
            yield ("feedback", index), f"the near miss {near.near!r} would be accepted as right"


def _output(question: Output, names: Names) -> Iterator[tuple[tuple, str]]:
    printed = printed_by(question.code)
    if printed != question.answer:
        yield ("answer",), f"the file says {question.answer!r}, the program prints {printed!r}"
    for index, option in enumerate(question.options):
        if (str(option.value) == printed) != option.correct:
            yield (
                ("options", index),
                f"the option {option.text!r} stands for {option.value!r}, the program prints {printed!r}",
            )


def printed_by(code: str) -> str:
    """What a program prints, or the name of the exception that ends it."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(code, "<question>", "exec"), {"__name__": "__main__"})
    except Exception as error:
        return type(error).__name__
    return out.getvalue().rstrip("\n")


class _Failed:
    """A check that raised; `text` says what, in one line."""

    def __init__(self, error: BaseException):
        self.text = traceback.format_exception_only(error)[-1].strip()


def _evaluate(check: str, names: Names) -> object:
    try:
        return eval(compile(check.strip(), "<check>", "eval"), dict(names))
    except Exception as error:
        return _Failed(error)


def _execute(check: str, space: Names) -> _Failed | None:
    try:
        exec(compile(check, "<check>", "exec"), space)
    except Exception as error:
        return _Failed(error)
    return None


def _restates(question: Question) -> Iterator[tuple[tuple, str]]:
    """Refuse a check that computes nothing: it would only say the key again."""
    if question.check and not computes(question.check):
        yield ("check",), "`check` only restates a literal; let it compute the answer"


def computes(check: str) -> bool:
    """True when the code calls, indexes or combines something that is not a literal."""
    try:
        tree = ast.parse(check.strip())
    except SyntaxError:
        return True  # running it will say what is wrong
    working = (ast.Call, ast.BinOp, ast.Subscript, ast.Attribute)
    return any(isinstance(node, working) and not _is_literal(node) for node in ast.walk(tree))


def _is_literal(node: ast.AST) -> bool:
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True
