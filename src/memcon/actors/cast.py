"""The cast of a report: its actors and places, and who is meant by the words at hand.

What the later rooms ask: who is mentioned in these characters (`at`, `mention_at`), whom a noun phrase stands
for (`of`), whose a thing or a deed is (`owner`), where (`place_of`). A `Reference` is one stretch of text that stands
for one or more actors; an actor's own `mentions` are the same stretches, seen from the actor.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Token

from memcon.actors.wordlists import words
from memcon.facts import Actor, Mention, Place, Span, Via

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "around", "across", "inside", "throughout", "within", "on", "into"}
)
_MODIFIER = frozenset({"poss", "amod", "compound", "nmod", "nummod", "appos"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Characters `start` to `end`, whose head noun begins at `head`, stand for the actors `ids`."""

    start: int
    end: int
    head: int
    ids: tuple[str, ...]
    via: Via = "name"
    how: str = ""


@dataclass(frozen=True)
class Cast:
    """The actors and places of one document, in the order of the text, and every reference to an actor."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    references: tuple[Reference, ...] = field(default=(), repr=False)
    hosts: tuple[Actor, ...] = field(default=(), repr=False)
    """The states of the places and actors that are no actors of the report, at hand for an event that has one as a
    party."""

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the actors mentioned in characters `start` to `end`: outermost and earliest mention first."""
        return _unique(i for reference in self.references_in(start, end) for i in reference.ids)

    def references_in(self, start: int, end: int) -> list[Reference]:
        """The references that characters `start` to `end` touch, the longest first, equals in the order of the text."""
        first = bisect_right(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        touched = [r for r in self.references[first:last] if r.end > start]
        return sorted(touched, key=lambda r: (r.start - r.end, r.start))

    def mention_at(self, start: int, end: int) -> Reference | None:
        """The reference that fits characters `start` to `end` best: the longest inside, else the shortest around."""
        touched = self.references_in(start, end)
        inside = [r for r in touched if start <= r.start and r.end <= end]
        return inside[0] if inside else touched[-1] if touched else None

    def actor(self, id: str) -> Actor:
        """The actor with that id. Raises `KeyError` where there is none."""
        return self._by_id[id]

    def of(self, token: Token) -> tuple[str, ...]:
        """The actors that the noun phrase headed by `token` stands for, or none.

        A mention headed by the token comes first, then a mention it stands in. A noun that speaks or suffers for its
        owner ("the court's decision", "Turkish vessels") gives the owner; "Russia's invasion" gives nobody.
        """
        heads = self._heads.get(token.idx)
        if heads is not None:
            return heads.ids
        around = [r for r in self.references_in(token.idx, token.idx + 1) if r.start <= token.idx < r.end]
        if around:
            return around[-1].ids
        if token.lemma_.lower() in words("stand_ins"):
            return self.owner(token)
        return ()

    def owner(self, token: Token) -> tuple[str, ...]:
        """The actors that possess or qualify the noun `token`: possessive, adjective, compound, then "of" or "by"."""
        near = [child for child in token.children if child.dep_ in _MODIFIER and child.i < token.i]
        for child in near:
            found = self._direct(child)
            if found:
                return found
        for preposition in token.children:
            if preposition.lower_ in ("of", "by", "from") and preposition.i > token.i:
                for child in preposition.children:
                    found = self.of(child)
                    if found:
                        return found
        return ()

    def _direct(self, token: Token) -> tuple[str, ...]:
        around = [r for r in self.references_in(token.idx, token.idx + len(token)) if r.start <= token.idx]
        return around[-1].ids if around else self.owner(token)

    def place_of(self, token: Token) -> Place | None:
        """The place that `token` names, or the one that a locative preposition under it names ("met in Samarkand")."""
        own = self._place_at(token)
        if own is not None:
            return own
        for preposition in token.children:
            if preposition.lower_ in LOCATIVE:
                for child in preposition.children:
                    found = self._place_at(child) or self.place_of(child)
                    if found is not None:
                        return found
        return None

    def places_in(self, start: int, end: int) -> tuple[Place, ...]:
        """The places named in characters `start` to `end`, in the order of the text."""
        return tuple(p for p in self.places if p.start < end and p.end > start)

    def _place_at(self, token: Token) -> Place | None:
        i = bisect_right(self._place_starts, token.idx) - 1
        return self.places[i] if i >= 0 and token.idx < self.places[i].end else None

    def host(self, place: Place) -> str | None:
        """The id of the state in which `place` lies: an actor of the report, else one of `hosts`; None where the state
        is not known."""
        return self._hosts.get(place.country or "")

    def state(self, country: str) -> str | None:
        """The id of the state with that country code, as `host` gives it."""
        return self._hosts.get(country)

    def hosting(self, used: Iterable[tuple[Span, Sequence[str]]]) -> Cast:
        """The cast with the hosts that are parties of an act: `used` has the sentence and the parties of each.

        Such a state is mentioned by each of its places in the sentence, where nothing else there names it, else by the
        first of its people there.
        """
        states, known = set(self._hosts.values()), {actor.id for actor in self.actors}
        more: dict[tuple[int, int], Reference] = {}
        texts = {(p.start, p.end): p.text for p in self.places}
        for sentence, parties in used:
            here = self.at(sentence.start, sentence.end)
            for party in (p for p in parties if p in states and p not in here):
                for place in self.places_in(sentence.start, sentence.end):
                    if self.host(place) == party and not self.at(place.start, place.end):
                        how = "state of the place where it was done"
                        more[place.start, place.end] = Reference(
                            place.start, place.end, place.start, (party,), "metonym", how
                        )
                        known.add(party)
                people = next((m for a in here for m in self._people_of(party, a, sentence)), None)
                if party not in known and people is not None:
                    start, end = people.start, people.end
                    more[start, end] = Reference(start, end, start, (party,), "metonym", "state of those who did it")
                    texts[start, end] = people.text
                    known.add(party)
        if not more:
            return self
        actors = [actor for actor in (*self.actors, *self.hosts) if actor.id in known]
        told: dict[str, list[Mention]] = {}
        for r in more.values():
            told.setdefault(r.ids[0], []).append(Mention(r.start, r.end, texts[r.start, r.end], r.via, r.how))
        mentioned = tuple(
            replace(a, mentions=tuple(sorted((*a.mentions, *told.get(a.id, ())), key=lambda m: (m.start, -m.end))))
            for a in actors
        )
        references = tuple(sorted((*self.references, *more.values()), key=lambda r: (r.start, -r.end)))
        return Cast(mentioned, self.places, references)

    def _people_of(self, state: str, actor: str, sentence: Span) -> Iterator[Mention]:
        """The mentions in the sentence of an actor that is of that state."""
        if self.actor(actor).country == self.actor(state).country:
            yield from (m for m in self.actor(actor).mentions if sentence.start <= m.start < sentence.end)

    @property
    def ids(self) -> Iterable[str]:
        """The ids of the actors."""
        return self._by_id.keys()

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in (*self.actors, *self.hosts)}

    @cached_property
    def _hosts(self) -> dict[str, str]:
        states = (a for a in (*self.actors, *self.hosts) if a.kind == "state" and a.country)
        return {actor.country or "": actor.id for actor in reversed(list(states))}

    @cached_property
    def _starts(self) -> list[int]:
        return [r.start for r in self.references]

    @cached_property
    def _longest(self) -> int:
        return max((r.end - r.start for r in self.references), default=0)

    @cached_property
    def _heads(self) -> dict[int, Reference]:
        heads: dict[int, Reference] = {}
        for r in self.references:
            known = heads.get(r.head)
            if known is None or r.end - r.start > known.end - known.start:
                heads[r.head] = r
        return heads

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.start for place in self.places]


def build(
    actors: Iterable[Actor],
    places: Iterable[Place],
    references: Iterable[Reference],
    text: str,
    hosts: Iterable[Actor] = (),
) -> Cast:
    """A cast whose actors' `mentions` are the `references` to them, in the order of the text."""
    ordered = tuple(sorted(references, key=lambda r: (r.start, -r.end)))
    mentions: dict[str, list[Mention]] = {}
    for r in ordered:
        for i in r.ids:
            mentions.setdefault(i, []).append(Mention(r.start, r.end, text[r.start : r.end], r.via, r.how))
    told = tuple(_with_mentions(actor, tuple(mentions.get(actor.id, ()))) for actor in actors)
    return Cast(told, tuple(places), ordered, tuple(hosts))


def _with_mentions(actor: Actor, mentions: tuple[Mention, ...]) -> Actor:
    return replace(actor, mentions=mentions)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
