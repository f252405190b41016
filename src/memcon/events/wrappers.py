"""The words that govern an act and turn it into another, by kind (`data/wrap.toml`), and those that only tell it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from memcon.events import patterns

SAYING = frozenset(
    """say tell announce declare insist state stress add warn believe think note argue maintain reiterate emphasise
    emphasize underline underscore write tweet claim confirm reveal indicate report assert affirm""".split()
)
"""Verbs whose clause is what somebody says, and is told as it is."""


@dataclass(frozen=True, slots=True)
class Wrapper:
    """One kind of governing word."""

    kind: str
    words: dict[str, frozenset[str]]
    strong: frozenset[str]
    mild: frozenset[str]
    codes: dict[str, str]


@functools.cache
def wrappers() -> tuple[Wrapper, ...]:
    """The kinds of governing words, from `data/wrap.toml`."""
    return tuple(
        Wrapper(
            kind,
            _by_pos(row),
            frozenset(row["strong"].split()),
            frozenset(row.get("mild", "").split()),
            dict(row["codes"]),
        )
        for kind, row in patterns.data("wrap.toml").items()
    )


def _by_pos(row: Mapping[str, str]) -> dict[str, frozenset[str]]:
    verbs, nouns, adjectives = (frozenset(row[kind].split()) for kind in ("verbs", "nouns", "adjectives"))
    return {"VERB": verbs, "AUX": verbs, "NOUN": nouns, "ADJ": adjectives}


@functools.cache
def governing_words() -> frozenset[str]:
    """Every word that governs an act."""
    return frozenset(w for row in wrappers() for words in row.words.values() for w in words)


@functools.cache
def all_strong() -> frozenset[str]:
    """The words that make an act of whatever they govern, even where no pattern knows it."""
    return strong_of(*(row.kind for row in wrappers()))


@functools.cache
def strong_of(*kinds: str) -> frozenset[str]:
    """Those of these kinds."""
    return frozenset(word for row in wrappers() if row.kind in kinds for word in row.strong)
