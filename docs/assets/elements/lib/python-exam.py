"""Judge an attempt at an exercise: which checks it fails, and which known mistake it makes.

The page's Python and the tests of the book both use this file. Every statement of the
checks that holds an `assert` is one check; all of them run, so that two attempts are alike
when they fail the same checks with the same messages. A message should say what came.
"""

import ast
import contextlib
import io


def holds_assert(statement):
    return any(isinstance(node, ast.Assert) for node in ast.walk(statement))


def said(error):
    """What a failing check says to the reader."""
    if isinstance(error, AssertionError):
        return str(error) or "A check failed."
    return f"{type(error).__name__}: {error}"


def failures(scope, check):
    """Run the checks on what `scope` holds; (how many pass, the errors of the others)."""
    passed, errors = 0, []
    for statement in ast.parse(check).body:
        code = compile(ast.Module([statement], []), "check", "exec")
        try:
            exec(code, scope)
            passed += holds_assert(statement)
        except Exception as error:
            errors.append(error)
            if not holds_assert(statement):
                break  # what comes after it needs it
    return passed, errors


def fill(scope, given):
    exec(compile(given, "given", "exec"), scope)


def mistake_messages(code, exam):
    """What the checks say to a known mistake; what it prints itself goes nowhere."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        scope = {"__name__": "__main__"}
        fill(scope, exam["given"])
        try:
            exec(compile(code, "mistake", "exec"), scope)
        except Exception as error:
            return [said(error)]
        return [said(error) for error in failures(scope, exam["check"])[1]]


def diagnosis(messages, exam):
    """The name of the known mistake that fails just so; empty if there is none."""
    return next((m["name"] for m in exam["mistakes"] if mistake_messages(m["code"], exam) == messages), "")


def judge(attempt, scope, exam):
    """Run an attempt, as code, and the checks in `scope`.

    Returns the verdict, and the error to explain where the attempt itself breaks down
    inside a check.
    """
    fill(scope, exam["given"])
    exec(attempt, scope)
    passed, errors = failures(scope, exam["check"])
    messages = [said(error) for error in errors]
    total = sum(map(holds_assert, ast.parse(exam["check"]).body))
    verdict = {"passed": passed, "total": total, "message": "".join(messages[:1])}
    verdict["mistake"] = diagnosis(messages, exam) if messages else ""
    broken = errors[0] if errors and not isinstance(errors[0], AssertionError) else None
    return verdict, broken
