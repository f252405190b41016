"""Who takes part in two facts, compared: Macron stands for France, Macron and his minister are two."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.store.merging import words

GENERIC = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes that name a sort of actor; EUR and UNO name one."""
_STATES = frozenset({"state", "government"})
_SAME_COUNTRY = 0.8
_MAY_BE_HE = 0.7
_OTHER_PERSON = 0.2
_CROWDS = 0.6
"""Two groups of one country: thousands, people, demonstrators."""
_REST = 0.3
"""How much the parties count that only the larger side has."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role: `key` as `actors.key`, country (None where it is generic), kind, and name."""

    role: str
    key: str
    country: str | None
    kind: str
    name: str

    @property
    def block(self) -> str:
        """By what its likes are looked for: its country, or else itself."""
        return self.country or self.key


def party(role: str, key: str, country: str | None, kind: str, name: str) -> Party:
    """An actor in a role."""
    return Party(role, key, None if country in GENERIC else country, kind, name)


def alike(one: Collection[Party], other: Collection[Party]) -> float | None:
    """How alike two sides are, 0 to 1; None where one is empty.

    Every party of the smaller side must have its like in the larger: the worst match counts as much as the mean. What
    the larger has beyond that counts less, for reports leave out who matters little to them.
    """
    if not one or not other:
        return None
    there, back = _matches(one, other), _matches(other, one)
    if len(one) == len(other):
        return min(_inside(there), _inside(back))
    smaller, larger = (there, back) if len(there) < len(back) else (back, there)
    return (1 - _REST) * _inside(smaller) + _REST * sum(larger) / len(larger)


def _matches(one: Collection[Party], other: Collection[Party]) -> list[float]:
    return [max(_match(p, q) for q in other) for p in one]


def _inside(matches: Sequence[float]) -> float:
    return (sum(matches) / len(matches) + min(matches)) / 2


def pair_keys(parties: Collection[Party]) -> list[str]:
    """Where facts with these parties are looked for: under each two of them, each person, and one that is alone."""
    blocks = sorted({p.block for p in parties})
    pairs = [f"{a}|{b}" for a, b in combinations(blocks, 2)]
    persons = sorted({p.key for p in parties if p.kind == "person"})
    return pairs + persons + (blocks if len(blocks) == 1 else [])


def _same_person(one: str, other: str) -> float:
    """Whether two names of persons of one country mean one: a surname does, and a title may mean who has a name."""
    titles = [name[:1].islower() for name in (one, other)]
    if all(titles) or not one or not other:
        return _OTHER_PERSON
    if any(titles):
        return _MAY_BE_HE
    return 0.9 if one.casefold().split()[-1] == other.casefold().split()[-1] else _OTHER_PERSON


def _match(one: Party, other: Party) -> float:
    if one.key == other.key:
        return 1.0
    if one.country != other.country:
        return 0.0
    if one.kind == "person" and other.kind == "person":
        return _same_person(one.name, other.name)
    if one.country is not None and _STATES & {one.kind, other.kind}:
        return _SAME_COUNTRY
    if words.stems(one.name) & words.stems(other.name):
        return _MAY_BE_HE
    if one.country is None:
        return 0.0
    return _CROWDS if one.kind == other.kind == "group" else 0.5
