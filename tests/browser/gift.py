"""A GIFT text comes in, what an independent parser reads in it goes out.

gift-pegjs 1.0.2 (npm, MIT) lies unchanged in vendor/gift-pegjs; the browser runs it.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

PARSER = Path(__file__).parent / "vendor" / "gift-pegjs" / "gift-parser.js"
SHA256 = "5c83b4390585de500f82a79962bf004d1066779ed5a5ccc10f802dba8c2fb4a6"


def read_gift(page: Page, text: str) -> list[dict]:
    """The categories and questions of a GIFT text, in order."""
    page.evaluate(PARSER.read_text(encoding="utf-8") + "; undefined")
    return page.evaluate("text => giftParser.parse(text)", text)
