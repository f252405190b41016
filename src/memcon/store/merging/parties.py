"""Who takes part in two facts, compared: Macron stands for France, Macron and his minister are two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from memcon.store.merging import words

GENERIC = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes that name a sort of actor; EUR and UNO name one."""
_STATES = frozenset({"state", "government"})
_SAME_COUNTRY = 0.8
_MAY_BE_HE = 0.7
_OTHER_PERSON = 0.2


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
    """How alike two sides are, 0 to 1: for each party of the smaller side, its best match. None where one is empty."""
    if not one or not other:
        return None
    smaller, larger = sorted((one, other), key=len)
    if len(one) == len(other):  # so that which is first makes no difference
        there = sum(max(_match(p, q) for q in larger) for p in smaller) / len(smaller)
        back = sum(max(_match(p, q) for q in smaller) for p in larger) / len(larger)
        return min(there, back)
    return sum(max(_match(p, q) for q in larger) for p in smaller) / len(smaller)


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
    return 0.0 if one.country is None else 0.5
