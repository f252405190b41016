"""Who "the leaders", "both sides", "the two ministers", "the trio" are: those the report has just named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.actors.identities import Identity
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.resolution import Scene, state
from memcon.actors.wordlists import group_nouns, numbers, words

_REACH = 5
"""Sentences back, at first, in which the members are looked for; then the whole report above."""


def members(scene: Scene, p: Phrase) -> list[Identity]:
    """The actors that the plural `p`, without a country of its own, stands for; none where it is no such group."""
    assert p.noun is not None
    sort = group_nouns().get(p.noun.noun)
    if sort is None or p.of or p.name is not None or _told_apart(scene, p):
        return []
    if p.determiner in ("neither", "either", "each"):
        return gather(scene, p.first, sort, 2, p.noun.noun)
    if not p.plural and p.noun.noun not in numbers():
        return []
    if p.determiner not in ("the", "both", "these", "those", "all") and p.number not in numbers():
        return []
    return gather(scene, p.first, sort, count(scene, p), p.noun.noun)


def _told_apart(scene: Scene, p: Phrase) -> bool:
    """Whether what follows tells who they are: "the men thought to be responsible", "the leaders who stayed away"."""
    w = scene.w
    if any(w.tag[k] in ("NN", "NNS") for k in range(p.first, p.core[0])):  # "civil society leaders"
        return True
    return any(w.head[k] == p.head and w.dep[k] in ("acl", "relcl") for k in range(p.last, min(len(w), p.last + 6)))


def count(scene: Scene, p: Phrase) -> int:
    """How many the group has; 0 where the text does not tell."""
    assert p.noun is not None
    before = scene.w.lower[p.first - 1] if p.first else ""
    for word in (p.determiner, p.number, p.noun.noun, before):
        if word in numbers():
            return numbers()[word]
    return 0


def gather(scene: Scene, before: int, sort: str, number: int, noun: str = "") -> list[Identity]:
    """The last `number` people, states or either named before token `before`; where 0, those of the last sentence that
    names two or more."""
    starts = [first for first, _ in scene.w.sentences if first <= before]
    listed = _listed(scene, starts[-_REACH:], before, sort, number) if number > 2 else []
    if listed:
        return listed
    found: list[Identity] = []
    for back in range(1, len(starts) + 1):
        first = starts[-back]
        here = _fitting(scene, first, before, sort, noun)
        found = [*here, *[q for q in found if q not in here]]
        if number == 2 and noun in words("who_meet") and back <= _REACH and (pair := _of_two_countries(found)):
            return pair
        if len(found) >= max(number, 2) and (number != 2 or noun not in words("who_meet") or back >= _REACH):
            break
        if back >= _REACH and not number and len(found) < 2 and sort != "state":
            break
    if number:
        return found[-number:] if len(found) >= number else []
    return found if len(found) >= 2 else []


def _listed(scene: Scene, starts: Sequence[int], before: int, sort: str, number: int) -> list[Identity]:
    """The last list of exactly that many in the sentences that begin at `starts`: "Russia, Iran and Turkey"."""
    w = scene.w
    kinds = ("person",) if sort == "person" else ("state",) if sort == "state" else ("person", "state")
    for first in reversed(starts):
        last = min(before, w.sentences[scene.sentence_of(first)][1])
        for i in range(last - 1, first - 1, -1):
            if w.dep[i] == "conj" or i not in scene.covering:
                continue
            tokens = conjuncts(scene, i)
            found = _unique(q for k in tokens if k < before for q in scene.covering.get(k, ()) if q.kind in kinds)
            if len(found) == number and not any(q.plural for q in found):
                return found
    return []


def conjuncts(scene: Scene, token: int) -> list[int]:
    """`token` and what is joined to it by "and"."""
    w = scene.w
    found = [token]
    for k in range(token + 1, w.sentences[scene.sentence_of(token)][1]):
        if w.dep[k] == "conj" and w.head[k] in found:
            found.append(k)
    return found


def _of_two_countries(found: Sequence[Identity]) -> list[Identity]:
    """The last named and the last before him who is of another country; none where all are of one."""
    last = found[-1] if found else None
    others = [q for q in found if last is not None and q.country and last.country and q.country != last.country]
    return [others[-1], last] if others and last is not None else []


def _fitting(scene: Scene, first: int, last: int, sort: str, noun: str) -> list[Identity]:
    """Those of that sort mentioned in tokens `first` to `last`, in the order of their first mention there."""
    at: dict[Identity, int] = {}
    for who in scene.people:
        spots = [s.first for s in who.seen if first <= s.first < last]
        if spots:
            at[who] = min(spots)
    ordered = sorted(at, key=lambda q: (at[q], q.key))
    people = [q for q in ordered if q.person and not _only_owns(scene, q, first, last)]
    states = [q for q in ordered if q.kind in ("state", "igo")]
    if sort == "person":
        narrow = [q for q in people if noun and noun in (q.role or "").lower()] if noun != "leader" else []
        return narrow if len(narrow) > 1 else people
    if sort == "state":
        if len(states) < 2:
            countries = dict.fromkeys(q.country for q in ordered if q.country and q.country.isalpha())
            states = _unique(s for s in (state(scene, c) for c in countries) if s is not None)
        return [q for q in states if q.kind == "state"] if sort == "state" else states
    if sort == "crowd":
        return people if len(people) > 1 else states if len(states) > 1 else _unique([*people, *states])
    bodies = [q for q in ordered if q.kind in ("state", "igo", "government", "armed_group", "company", "ngo")]
    return bodies if len(bodies) > 1 else people if len(people) > 1 else _unique([*bodies, *people])


def _only_owns(scene: Scene, who: Identity, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` name somebody only as whose something is: "President Doe's commitment"."""
    spots = [s for s in who.seen if first <= s.first < last]
    return all(s.last < len(scene.w) and scene.w.text[s.last] in ("'s", "’s", "'", "’") for s in spots)


def _unique(items: Iterable[Identity]) -> list[Identity]:
    return list(dict.fromkeys(items))
