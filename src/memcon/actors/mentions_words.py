"""The tokens of a document as the reading of mentions asks for them, and the pieces that mentions are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LOWER, ORTH, TAG

from memcon.actors.lexicon import Entry
from memcon.actors.places import Spot
from memcon.actors.signing import letters
from memcon.actors.wordlists import Noun
from memcon.language import Analysed

What = Literal["name", "adjective", "noun", "caps", "title", "handle"]
_HALF = 1 << 63
_UNSEEN = "\u200b\u200e\u200f\ufeff"
"""Characters that mark no letter, which web pages leave behind words."""


class Words:
    """The tokens of a document as parallel lists: text, lower case, tag, offset, head, dependency, sentence; and
    `signed`, where the name of somebody who signs a letter begins, to where it ends."""

    __slots__ = (
        "acronyms",
        "dep",
        "ends",
        "head",
        "idx",
        "lemma",
        "lower",
        "sentences",
        "signed",
        "signed_ends",
        "tag",
        "text",
    )

    def __init__(self, analysed: Analysed) -> None:
        doc = analysed.doc
        columns = doc.to_array([ORTH, LOWER, TAG, DEP, LEMMA, IDX, HEAD]).T.tolist() if len(doc) else [[]] * 7
        strings: dict[int, str] = {0: ""}
        for codes in columns[:5]:
            for code in set(codes).difference(strings):
                strings[code] = doc.vocab.strings[code]
        self.text, self.lower, self.tag, self.dep, lemmas = ([strings[c] for c in codes] for codes in columns[:5])
        self.text = [t.strip(_UNSEEN).removesuffix(":") or t for t in self.text]
        self.lemma = [lemma.lower() for lemma in lemmas]
        self.idx = columns[5]
        self.ends = [i + len(t) for i, t in zip(self.idx, self.text, strict=True)]
        # Heads are offsets, negative ones as two's complement.
        self.head = [i + (h if h < _HALF else h - 2 * _HALF) for i, h in enumerate(columns[6])]
        self.acronyms = {t for i, t in enumerate(self.text) if t.isupper() and self.text[i - 1 : i] == ["("]}
        self.signed = {letter.name: letter.name_end for letter in letters(analysed)}
        self.signed_ends = frozenset(self.signed.values())
        self.sentences = [self._trimmed(s.tokens.start, s.tokens.end) for s in analysed.sentences]

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while last - 1 > first and self.text[last - 1].isspace():
            last -= 1
        return first, last

    def __len__(self) -> int:
        return len(self.text)

    def joined(self, first: int, last: int) -> str:
        """Tokens `first` to `last` (exclusive) with one space wherever white space stands between them."""
        parts = [self.text[first]]
        for i in range(first + 1, last):
            if self.idx[i] > self.ends[i - 1]:
                parts.append(" ")
            parts.append(self.text[i])
        return "".join(parts)


@dataclass(slots=True)
class Piece:
    """Tokens `first` to `last` (exclusive), and what they may be."""

    first: int
    last: int
    what: What
    entries: tuple[Entry, ...] = ()
    noun: Noun | None = None
    places: tuple[Spot, ...] = ()
