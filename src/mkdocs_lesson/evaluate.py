"""A `check` of a quiz file comes in; what it says goes out, or how it failed."""

from __future__ import annotations

import ast
import contextlib
import io
import traceback

Names = dict[str, object]


class Failed:
    """A check that raised; `text` says what, in one line."""

    def __init__(self, error: BaseException):
        self.text = traceback.format_exception_only(error)[-1].strip()
        self.asserted = isinstance(error, AssertionError)


def truth(check: str, names: Names) -> bool | Failed:
    """What an expression says; of statements, whether what they `assert` holds."""
    space = _space(names)
    try:
        code, expression = compile(check.strip(), "<check>", "eval"), True
    except SyntaxError:
        code, expression = None, False
    try:
        if expression:
            return bool(eval(code, space))
        exec(compile(check, "<check>", "exec"), space)
    except Exception as error:
        failed = Failed(error)
        return False if failed.asserted else failed
    return True


def value(expression: str, names: Names) -> object:
    """What an expression gives, or `Failed`."""
    try:
        return eval(compile(expression.strip(), "<check>", "eval"), _space(names))
    except Exception as error:
        return Failed(error)


def names_set(check: str, names: Names) -> Names | Failed:
    """All names after the statements of a check have run."""
    space = _space(names)
    try:
        exec(compile(check, "<check>", "exec"), space)
    except Exception as error:
        return Failed(error)
    return space


def _space(names: Names) -> Names:
    """The names of a check, and `run(lines)`, which runs lines among them."""
    space = dict(names)
    space["run"] = lambda lines: exec("\n".join(lines), space)
    return space


def printed_by(code: str) -> str:
    """What a program prints, or the name of the exception that ends it."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(code, "<question>", "exec"), {"__name__": "__main__"})
    except Exception as error:
        return type(error).__name__
    return out.getvalue().rstrip("\n")


def computes(check: str) -> bool:
    """True when the code calls, indexes or combines something that is not a literal."""
    try:
        tree = ast.parse(check.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True  # running it will say what is wrong
    working = (ast.Call, ast.BinOp, ast.Subscript, ast.Attribute)
    return any(isinstance(node, working) and not _is_literal(node) for node in ast.walk(tree))


def same_code(one: str, other: str) -> bool:
    """True when two expressions differ at most in how they are laid out."""
    try:
        return ast.dump(ast.parse(one.strip(), mode="eval")) == ast.dump(
            ast.parse(other.strip(), mode="eval")
        )
    except SyntaxError:
        return False


def _is_literal(node: ast.AST) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, RecursionError, MemoryError):
        return False
    return True
