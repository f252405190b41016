"""Which actors a noun phrase of the parse stands for."""

from __future__ import annotations

from collections.abc import Iterable, Set

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import patterns
from memcon.events.matching import PLACING, measured

# Nouns that only count or gather those named behind them.
_GROUPS = frozenset(
    """group number dozen score hundred thousand delegation team party couple pair series handful trio quartet most some
    many several one two three half majority remainder rest last first member contingent batch crew convoy""".split()
)
_INSIDE = frozenset(
    {"of", "in", "from", "by", "against", "between", "on", "to", "with", "at", "for", "near", "into", "including"}
)


def actors_of(cast: Cast, heads: Iterable[Token], *, within: bool = True, placed: bool = True) -> tuple[str, ...]:
    """The ids of the actors that the noun phrases headed by `heads` stand for, in their order.

    With `within`, a noun that is no actor itself ("the killing of villagers in Chad") gives the one that owns it, or
    the nearest inside it; without `placed`, not one that only tells where it is ("a bomb in Chad").
    """
    found: dict[str, None] = {}
    for head in heads:
        actors = _one(cast, head, within, placed)
        if found and head.dep_ == "conj" and set(actors) <= _theirs(cast, head):
            continue  # "Chad and its allies"
        for actor in actors:
            found.setdefault(actor)
    return tuple(found)


def _theirs(cast: Cast, head: Token) -> set[str]:
    """Whom the possessive pronoun before `head` stands for."""
    return {a for c in head.children if c.tag_ == "PRP$" for a in cast.of(c)}


def _one(cast: Cast, head: Token, within: bool, placed: bool) -> tuple[str, ...]:
    if head.lemma_.lower() in patterns.classes()["opposed"] and any(c.dep_ == "poss" for c in head.children):
        # "his captors", "Chad's enemies" are not he, not Chad
        return tuple(a for c in head.children if c.dep_ == "appos" for a in cast.of(c))
    own = cast.of(head)
    if not own and head.pos_ == "PROPN":  # "Bern, Switzerland"
        own = tuple(a for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" for a in cast.of(c))
    if not own and head.lemma_.lower() in _GROUPS:  # "a group of senators"
        own = tuple(a for noun in measured(head) for a in cast.of(noun))
    if own or not within:
        return own
    owner = cast.owner(head)
    if owner and set(owner) <= _theirs(cast, head):
        owner = _by_nation(cast, head) or owner
    return owner or _makers(cast, head) or _nested(cast, head, _INSIDE if placed else _INSIDE - PLACING)


def _by_nation(cast: Cast, head: Token) -> tuple[str, ...]:
    """The country whose adjective or name stands between a possessive and `head` ("his Danish colleague")."""
    near = [c for c in head.children if c.dep_ in ("amod", "compound", "nmod") and c.i < head.i]
    found = (cast.at(c.idx, c.idx + len(c)) for first in near for c in (first, *first.conjuncts))
    return tuple(dict.fromkeys(a for actors in found for a in actors))


def _makers(cast: Cast, head: Token) -> tuple[str, ...]:
    """Who made, fired, sent what `head` names ("the missiles fired by Chad")."""
    made = [c for c in head.children if c.dep_ == "acl" and c.lemma_ in patterns.classes()["made"]]
    by = [b for c in made for b in c.children if b.dep_ == "agent"]
    return tuple(a for b in by for c in b.children if c.dep_ == "pobj" for a in cast.of(c) or cast.owner(c))


def _nested(cast: Cast, head: Token, names: Set[str], depth: int = 0) -> tuple[str, ...]:
    if depth > 2:
        return ()
    for preposition in head.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in names:
            for noun in preposition.children:
                if noun.dep_ == "pobj":
                    found = cast.of(noun) or cast.owner(noun) or _nested(cast, noun, names, depth + 1)
                    if found:
                        return found
    return ()


def nearest(cast: Cast, heads: Iterable[Token], source: tuple[str, ...], *, home: bool = True) -> tuple[str, ...]:
    """The first actor named anywhere under `heads` that is none of `source` nor of its country ("sanctions imposed on
    Chad", "a shipment to help Chad"); where the phrase only places the act ("in Chad"), one elsewhere comes first, and
    with `home` one of the country of `source` last."""
    theirs = {cast.actor(a).country for a in source}
    placed: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    for head in heads:
        for token in head.subtree:
            if token.pos_ not in ("NOUN", "PROPN"):
                continue
            found = tuple(a for a in cast.of(token) or cast.owner(token) if a not in source)
            if not found:
                continue
            if {cast.actor(a).country for a in found} <= theirs:
                own = own or found
            elif token.dep_ == "pobj" and token.head.lower_ in PLACING:
                placed = placed or found
            else:
                return found
    return placed or (own if home else ())


def hosts(cast: Cast, heads: Iterable[Token]) -> tuple[str, ...]:
    """The states in which the places under `heads` lie, the first place under each ("a mosque in Mosul", "arrived in
    Tehran")."""
    found: dict[str, None] = {}
    for head in heads:
        first, last = head.left_edge, head.right_edge
        for place in cast.places_in(first.idx, last.idx + len(last))[:1]:
            state = cast.host(place)
            if state is not None:
                found.setdefault(state)
    return tuple(found)
