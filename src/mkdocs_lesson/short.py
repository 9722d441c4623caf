"""Two ways of writing the same short answer: both come in, one common form goes out.

`docs/assets/elements/lib/grade.js` says the same for the page.
"""

from __future__ import annotations

import re


def tidy(text: str, form: str) -> str | None:
    """The common form of a text as text, code, int or shape; None if it can't be read as one."""
    return {"text": _text, "code": _code, "int": _int, "shape": _shape}[form](text)


def _plain(text: str) -> str:
    return re.sub("[−–]", "-", re.sub("[’‘]", "'", text))


def _text(text: str) -> str:
    return _plain(re.sub(r"\s+", " ", text.strip())).removesuffix(".").lower()


def _code(text: str) -> str:
    return _plain(re.sub('[“”"]', "'", re.sub(r"\s+", "", text))).removesuffix(";")


def _int(text: str) -> str | None:
    plain = _plain(text.strip())
    if not re.fullmatch(r"[+-]?[0-9]+([ ,_][0-9]{3})*", plain):
        return None
    return str(int(re.sub("[ ,_+]", "", plain)))


def _shape(text: str) -> str | None:
    inner = re.sub(r"^(torch\.Size)?\s*[(\[]+|[)\]]+$", "", text.strip())
    sizes = [size for size in re.split(r"\s*[,x×*;]\s*|\s+", inner, flags=re.IGNORECASE) if size]
    return ",".join(str(int(n)) for n in sizes) if all(re.fullmatch("[0-9]+", n) for n in sizes) else None
