"""The words that report speech and thought, from `data/cues.toml`: classes and frames of verbs, nouns, adjectives."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Reporting:
    """One reading of a verb: the class of what it reports, the frames of its content, and, for the frame "about", the
    prepositions."""

    kind: str
    frames: frozenset[str]
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas to readings of verbs and to classes of nouns, adjectives and adverbs."""

    verbs: Mapping[str, tuple[Reporting, ...]]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    adverbs: Mapping[str, str]

    def takes_quotation(self, lemma: str) -> bool:
        """Whether the verb may stand beside a quotation."""
        return any("quote" in reading.frames for reading in self.verbs.get(lemma, ()))

    def reports(self, token: Token) -> bool:
        """Whether the word is in the lexicon as what it is."""
        table = {"VERB": self.verbs, "NOUN": self.nouns, "ADJ": self.adjectives}.get(token.pos_)
        return table is not None and (token.lemma_.lower() in table or token.lower_ == "according")

    def kind(self, lemma: str) -> str:
        """The class of the verb's first reading, else of the noun or adjective; "say" of other words."""
        readings = self.verbs.get(lemma)
        return readings[0].kind if readings else self.nouns.get(lemma) or self.adjectives.get(lemma) or "say"


@functools.cache
def default() -> Lexicon:
    """The shipped lexicon."""
    rows = tomllib.loads(resources.files("memcon.statements").joinpath("data", "cues.toml").read_text("utf-8"))
    verbs: dict[str, list[Reporting]] = {}
    for row in rows["verbs"]:
        reading = Reporting(row["class"], frozenset(row["frames"].split()), frozenset(row.get("about", "").split()))
        for lemma in row["verbs"].split():
            verbs.setdefault(lemma, []).append(reading)
    nouns: dict[str, str] = {}
    for row in rows["nouns"]:
        for lemma in row["nouns"].split():
            nouns.setdefault(lemma, row["class"])
    return Lexicon(
        {lemma: tuple(readings) for lemma, readings in verbs.items()},
        nouns,
        {lemma: kind for kind, lemmas in rows["adjectives"].items() for lemma in lemmas.split()},
        {lemma: kind for kind, lemmas in rows["adverbs"].items() for lemma in lemmas.split()},
    )
