"""A quiz file whose every text tries to be more than text, and what became of it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from mkdocs_lesson.quiz import Quiz, load_quiz

EVERY_TYPE = Path(__file__).parents[1] / "every-type/quizzes/every-type.yml"
ATTACKS = (
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "<svg onload=window.ran=1>",
    "[link](javascript:window.ran=1)",
    "<a href='javascript:window.ran=1'>a</a>",
    "![image](javascript:window.ran=1)",
    "<details open ontoggle=window.ran=1>",
    "</span></label></form><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    '" autofocus onfocus="window.ran=1',
    "{{7*7}} {% raw %} {{c1::x}}",
    r"\$5 and $\nonsense{$ and $\href{javascript:window.ran=1}{x}$",
    "[latex]x[/latex] [sound:x.mp3] [$]x[/$] [anki:tts]x[/anki:tts]",
    "=HYPERLINK(1) ~wrong #feedback {=right} ::title:: //comment \\n",
    "</template></textarea><script>window.ran = 1</script>",
    "<!-- ",
)
LEFT_ALONE = {
    "id",
    "type",
    "teaches",
    "objectives",
    "level",
    "form",
    "misconception",
    "expr",
    "check",
    "value",
}
TAGS = {
    *[
        "p",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "a",
        "span",
        "div",
        "h1",
        "h2",
        "hr",
        "img",
        "br",
        "style",
    ]
}


def hostile_quiz(folder: Path) -> Quiz:
    """Every question of every type, and a card, with an attack at the end of each text."""
    path = folder / "hostile.yml"
    card = "\ncards:\n  - {id: a-card, front: Front., back: Back., teaches: the-idea}\n"
    path.write_text(EVERY_TYPE.read_text(encoding="utf-8").split("\ncards:")[0] + card)
    quiz, spoil = load_quiz(path), Spoiler()
    questions = {name: spoil(q) for name, q in quiz.questions.items() if q.family is None}
    return Quiz(quiz.slug, quiz.marked, questions, {name: spoil(card) for name, card in quiz.cards.items()})


class Spoiler:
    """Puts one attack after the other into the texts of models."""

    def __init__(self):
        self.count = 0

    def __call__(self, entry):
        return type(entry).model_validate(self.spoilt(entry.model_dump()))

    def spoilt(self, value, key=""):
        if key in LEFT_ALONE:
            return value
        if isinstance(value, dict):
            return {k: self.spoilt(v, k) for k, v in value.items()}
        if isinstance(value, tuple):
            return tuple(self.spoilt(v) for v in value)
        if isinstance(value, str):
            self.count += 1
            return f"{value} {ATTACKS[self.count % len(ATTACKS)]}"
        return value


class _Dangers(HTMLParser):
    def __init__(self, tags: set[str]):
        super().__init__()
        self.tags, self.found, self.text = tags, [], ""

    def handle_starttag(self, tag, attributes):
        if tag not in self.tags:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            if (
                name.startswith("on")
                or name in ("srcdoc", "style", "autofocus")
                or "javascript:" in (value or "")
            ):
                self.found.append(f"{name}={value}")

    def handle_comment(self, data):
        self.found.append(f"<!--{data}")

    def handle_data(self, data):
        self.text += data


def dangers(html: str) -> list[str]:
    """Tags and attributes in some HTML that are not those of plain text."""
    reader = _Dangers(TAGS)
    reader.feed(html)
    return reader.found


def text_of(html: str) -> str:
    """What a reader sees of some HTML."""
    reader = _Dangers(TAGS)
    reader.feed(html)
    return reader.text
