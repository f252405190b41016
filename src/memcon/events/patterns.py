"""Reads the patterns of `data/verbs.toml`, `data/conflict.toml` and `data/nouns.toml`: what a predicate needs beside it
to be an event."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from importlib import resources
from typing import Any

PREPOSITIONS = frozenset(
    """about above across after against ahead along alongside among around as at before behind between by despite
    during for from in inside into near of off on onto opposite out outside over past
    through to toward towards under until upon via with within without""".split()
)

# "That" in a pattern asks for a clause, whose subject is the target.
CLAUSE = frozenset({"that"})


TELLING = 3.0
"""How much a pattern of a weak predicate must ask for to count with one party ("go on strike over T")."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a pattern needs: under `prepositions` (empty: the object), one of `words` (None: any), or a party.

    `party` is "T", "S" or None; `optional` parties may be missing; `mutual` ones may be part of a plural subject;
    `itself` means that the phrase must be an actor itself, not only name one inside; `nothing` that there must be no
    object.
    """

    prepositions: frozenset[str] = frozenset()
    words: frozenset[str] | None = None
    party: str | None = None
    optional: bool = False
    mutual: bool = False
    itself: bool = False
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A predicate and its needs; `code` the CAMEO code it says, `text` the pattern as written, for `explain`; `future`
    where it tells an act that is still to come; `said` where who says so is its source; `by` the words of which one
    must head the subject, if there are any."""

    code: str
    text: str
    particles: tuple[str, ...]
    needs: tuple[Need, ...]
    swapped: bool
    weight: float
    order: int
    future: bool
    said: bool
    by: frozenset[str]
    asked: tuple[frozenset[str], ...]
    """Sets of words of each of which a sentence must hold one, that the pattern can fit there."""


NO_ACT = "none"
"""The code of patterns that are figures of speech."""

# What belongs to a file of patterns, read behind it.
_BESIDE = {"verbs.toml": ("conflict.toml",)}

Index = Mapping[str, tuple[Pattern, ...]]


def data(name: str) -> dict[str, Any]:
    """A data file of this room, read."""
    return tomllib.loads(resources.files("memcon.events").joinpath(f"data/{name}").read_text("utf-8"))


@functools.cache
def classes() -> dict[str, frozenset[str]]:
    """The word classes, by name."""
    return {name: frozenset(words.split()) for name, words in data("classes.toml").items()}


@functools.cache
def weak() -> frozenset[str]:
    """Predicates of so many senses that they count only between two actors."""
    return frozenset(data("verbs.toml")["weak"].split())


@functools.cache
def of_office() -> frozenset[str]:
    """Predicates that tell a contact only of those who hold an office."""
    return frozenset(data("verbs.toml")["office"].split())


@functools.cache
def of_polity() -> frozenset[str]:
    """Predicates that tell an act only of states, governments and bodies."""
    return frozenset(data("verbs.toml")["polity"].split())


@functools.cache
def standing() -> frozenset[str]:
    """Predicates whose participle before a noun tells what a group is, and no act."""
    return frozenset(data("verbs.toml")["standing"].split())


@functools.cache
def figurative() -> frozenset[str]:
    """Predicates of figures of speech."""
    rows = index("verbs.toml").items()
    return frozenset(lemma for lemma, found in rows if any(row.code == NO_ACT for row in found))


@functools.cache
def held() -> frozenset[str]:
    """Nouns whose owner is the one who acts ("U.S. concerns", "his commitment"), never the target."""
    known = classes()
    words = data("verbs.toml")["held"].split()
    return frozenset(w for word in words for w in (known[word[1:]] if word.startswith("@") else (word,)))


@functools.cache
def index(name: str) -> Index:
    """The patterns of a file by lemma of their predicate, the most demanding first."""
    found: dict[str, list[Pattern]] = {}
    order = 0
    rules = [row for file in (name, *_BESIDE.get(name, ())) for row in data(file)["rules"].items()]
    for key, texts in rules:
        code, *flags = key.split()
        for text in texts:
            for lemma, pattern in _parse(code, text, order, flags):
                found.setdefault(lemma, []).append(pattern)
            order += 1
    return {lemma: tuple(sorted(rows, key=lambda p: (-p.weight, p.order))) for lemma, rows in found.items()}


def possible(name: str, lemma: str, words: Set[str]) -> tuple[Pattern, ...]:
    """The patterns of `lemma` that a sentence of these words (lemmas, and words as written, lower case) may fit."""
    rows = index(name).get(lemma, ())
    return tuple(row for row in rows if not any(words.isdisjoint(asked) for asked in row.asked))


def _parse(code: str, text: str, order: int, flags: list[str]) -> Iterator[tuple[str, Pattern]]:
    """A pattern for each of its predicates, which may have particles of their own."""
    words = text.split()
    swapped = words[0] == "T:"
    if swapped:
        words = words[1:]
    needs = tuple(_needs(words[1:]))
    weight = sum(_weight(need) for need in needs)
    by = frozenset(word for flag in flags if flag.startswith("by=") for word in classes()[flag[3:]])
    for predicate in words[0].split("/"):
        lemma, *particles = predicate.split("+")
        demanding = weight + 2 * len(particles)
        asked = tuple(_asked(particles, needs, by))
        future, said = "future" in flags, "said" in flags
        yield lemma, Pattern(code, text, tuple(particles), needs, swapped, demanding, order, future, said, by, asked)


def _asked(particles: Sequence[str], needs: Sequence[Need], by: frozenset[str]) -> Iterator[frozenset[str]]:
    yield from (frozenset({particle}) for particle in particles)
    if by:
        yield by
    for need in needs:
        if need.words is not None and need.words != CLAUSE:
            yield need.words
        # What stands behind "to" or "for" may also be an infinitive or a dative.
        if need.prepositions and not (need.optional or need.mutual or need.prepositions & {"to", "for", "that"}):
            yield need.prepositions


def _weight(need: Need) -> float:
    if need.nothing:
        return 0.0
    if need.party is None:
        return 0.5 if need.words is None else 2.0
    return (0.5 if need.optional else 1.0) + (0.5 if need.prepositions else 0.0)


def _needs(words: list[str]) -> Iterator[Need]:
    prepositions: frozenset[str] = frozenset()
    for place, word in enumerate(words):
        alternatives = frozenset(word.split("/"))
        if alternatives <= PREPOSITIONS:
            if place == len(words) - 1 or frozenset(words[place + 1].split("/")) <= PREPOSITIONS:
                yield Need(alternatives, None)
            prepositions = alternatives
            continue
        if word.rstrip("?&!") in ("T", "S"):
            yield Need(prepositions, None, word[0], "?" in word, "&" in word, "!" in word)
        elif word == "-":
            yield Need(nothing=True)
        elif word == "*":
            yield Need(prepositions, None)
        else:
            yield Need(prepositions, _words(alternatives))
        prepositions = frozenset()


def _words(alternatives: frozenset[str]) -> frozenset[str]:
    known = classes()
    return frozenset(w for a in alternatives for w in (known[a[1:]] if a.startswith("@") else (a,)))
