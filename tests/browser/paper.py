"""How many pages a page of the site takes on paper."""

from __future__ import annotations

import re


def pages_on_paper(page, paper: str = "A4") -> int:
    """Print, to what the page's own style sheet asks for if it does, and count."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, prefer_css_page_size=True)))
