"""Modes and contexts, told by words in the act and in its sentence."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from spacy.tokens import Token

from memcon.events import patterns

Cues = dict[str, frozenset[str]]


@functools.cache
def _modes() -> dict[str, Cues]:
    return {kind: _read(rows) for kind, rows in patterns.data("cues.toml")["modes"].items()}


@functools.cache
def _contexts() -> Cues:
    return _read(patterns.data("cues.toml")["contexts"])


def _read(rows: dict[str, str]) -> Cues:
    return {name: frozenset(words.split()) for name, words in rows.items()}


def modes(kind: str, tokens: Iterable[Token]) -> tuple[str, ...]:
    """The modes of an event of type `kind` whose own words are `tokens`, in the order of the cue file."""
    rows = _modes().get(kind)
    if not rows:
        return ()
    words = _lemmas(tokens)
    return tuple(mode for mode, cues in rows.items() if words & cues)


def told_modes(kind: str) -> frozenset[str]:
    """The modes of that type that words may tell."""
    return frozenset(_modes().get(kind, ()))


@functools.cache
def delivering() -> frozenset[str]:
    """Verbs whose object is the means of an attack, not what it hits."""
    return frozenset(patterns.data("cues.toml")["delivering"].split())


def contexts(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The contexts that `tokens`, the words of a sentence, tell, in the order of the cue file."""
    words = _lemmas(tokens)
    return tuple(name for name, cues in _contexts().items() if words & cues)


@functools.cache
def _veto() -> tuple[frozenset[str], frozenset[str]]:
    row = patterns.data("cues.toml")["veto"]
    return frozenset(row["sport"].split()), frozenset(row["types"].split())


def is_game(kind: str, tokens: Iterable[Token]) -> bool:
    """Whether the sentence `tokens` is about sport, and `kind` a type that its words then only seem to tell."""
    words, kinds = _veto()
    return kind in kinds and bool(_lemmas(tokens) & words)


def _lemmas(tokens: Iterable[Token]) -> set[str]:
    found: set[str] = set()
    before = last = ""
    for token in tokens:
        lemma = token.lemma_.lower()
        if last == "-" and before == "anti":  # "anti-aircraft" fire is none from the air
            continue
        found |= {lemma, f"{last}+{lemma}"}
        before, last = last, lemma
    return found
