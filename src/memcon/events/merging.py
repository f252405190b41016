"""One happening told several times in a report is one event with mentions."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import patterns
from memcon.events.frame import Frame
from memcon.facts import Event, Span, When

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
# Words that any act may be told with.
_LIGHT = frozenset(
    """be have do make take get go say tell come give hold see want continue refuse also then now still new last
    other""".split()
)
_TRAVEL = frozenset({"visit", "travel", "trip", "tour", "arrive", "journey", "stopover", "go", "fly", "host", "invite"})
_SPEAKING = frozenset({"discuss", "talk", "exchange", "address", "review", "raise", "cover"})
_SHARED = 1 / 3
"""The part of the words of the shorter telling that the longer must have too."""
_STEM = 5
_NOWHERE = frozenset({"IGO", "NGO", "MNC", "IMG", "ISM"})
"""Codes that many actors share who have nothing to do with one another."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one sentence tells it, the words that tell it, without its parties, and the frame it is read from."""

    event: Event
    words: frozenset[str]
    frame: Frame

    @property
    def act(self) -> str:
        """The lemma of the act."""
        return self.frame.inner.lemma_.lower()


def told(event: Event, frame: Frame, own: Sequence[Token], cast: Cast) -> Told:
    """`event` with those of its own words that tell more than who took part."""
    parties = {*event.source, *event.target}
    words = frozenset(
        _stem(token)
        for token in own
        if token.pos_ in _TELLING and token.lemma_.lower() not in _LIGHT and not parties.intersection(cast.of(token))
    )
    return Told(event, words, frame)


def _stem(token: Token) -> str:
    """What "withdraw" and "withdrawal" have in common; acts of war are all one."""
    lemma = token.lemma_.lower()
    return "war" if lemma in patterns.classes()["attack"] else lemma[:_STEM]


def merge(tellings: Sequence[Told], cast: Cast) -> tuple[Event, ...]:
    """The events of `tellings`, in the order of the text, with those that tell one happening made one.

    A leader and the state he speaks for are the same party. The first telling gives trigger and sentence, the first
    that tells a mode the code and its scores; modes, topics, time and place are gathered from all.
    """
    kept: list[Told] = []
    for new in tellings:
        place = next((i for i, old in enumerate(kept) if _same(old, new, cast)), None)
        if place is None:
            kept.append(new)
        else:
            old = kept[place]
            kept[place] = Told(_joined(old.event, new.event), old.words | new.words, old.frame)
    return tuple(one.event for one in kept)


def _same(old: Told, new: Told, cast: Cast) -> bool:
    one, two = old.event, new.event
    if _coming(old) and _coming(new):
        return not _apart(one.when, two.when) and _met(one, two, cast)
    if one.type != two.type or one.status != two.status or _apart(one.when, two.when):
        return False
    if one.modes and two.modes and not set(one.modes) & set(two.modes):
        return False
    if one.type == "CONSULT" and (_met(one, two, cast) or _went_on(one, new)):
        return True
    if one.quad == 4 and (_far(one.where, two.where, cast) or _numbers_differ(old.words, new.words)):
        return False
    if not _parties_fit(one, two, cast):
        return False
    if one.sentence == two.sentence:
        return one.cameo == two.cameo and set(one.source) == set(two.source) and set(one.target) == set(two.target)
    shared, least = len(old.words & new.words), min(len(old.words), len(new.words))
    if bool(one.target) != bool(two.target) and not (one.reciprocal or two.reciprocal):
        return shared > 1 and shared * 2 >= least
    return shared > 0 and shared >= least * _SHARED


def _coming(telling: Told) -> bool:
    """Whether a visit is told that is still to come: a promise of one, or one that is told as future."""
    event = telling.event
    open_ = event.status in ("actual", "future")
    promised = open_ and (event.type, event.cameo) == ("AGREE", "036") and telling.act in _TRAVEL
    return promised or (event.status == "future" and "visit" in event.modes)


def _went_on(one: Event, new: Told) -> bool:
    """Whether what follows talks only tells what one of those who took part spoke of there."""
    two, parties = new.event, {*one.source, *one.target}
    alone = len(two.source) == 1 and not two.target and not two.modes
    return alone and new.act in _SPEAKING and parties > {*two.source}


def _met(one: Event, two: Event, cast: Cast) -> bool:
    """Whether both tell that the same two or more parties met, whoever went to whom."""
    sides = [event.source + event.target for event in (one, two)]
    return min(map(len, sides)) > 1 and _covers(sides[0], sides[1], cast, _at_home(one, two, cast))


def _parties_fit(one: Event, two: Event, cast: Cast) -> bool:
    home = _at_home(one, two, cast)
    if one.type in ("CONSULT", "AGREE", "COOPERATE") or one.reciprocal or two.reciprocal:
        return _covers(one.source + one.target, two.source + two.target, cast, home)
    if not _covers(one.source, two.source, cast, home):
        return False
    return not one.target or not two.target or _covers(one.target, two.target, cast, home)


def _at_home(one: Event, two: Event, cast: Cast) -> bool:
    """Whether all the parties are of one country."""
    return len({cast.actor(a).country for e in (one, two) for a in (*e.source, *e.target)}) == 1


def _covers(one: Sequence[str], two: Sequence[str], cast: Cast, home: bool) -> bool:
    """Whether all the parties of the shorter list are among those of the longer."""
    if not one or not two:
        return not one and not two
    short, long = sorted((one, two), key=len)
    return all(any(_one_party(a, b, cast, home) for b in long) for a in short)


def _one_party(a: str, b: str, cast: Cast, home: bool) -> bool:
    """Whether two actors are one, or one is a state or its government and the other of that state; not so where all
    the parties are of one country (`home`), whose people have dealings with their own state."""
    if a == b:
        return True
    first, second = cast.actor(a), cast.actor(b)
    if home or first.country is None or first.country != second.country or first.country in _NOWHERE:
        return False
    return "state" in (first.kind, second.kind) or "government" in (first.kind, second.kind)


def _apart(one: When | None, two: When | None) -> bool:
    """Whether both acts have a day or period that the text tells, and these do not meet."""
    if one is None or two is None or not one.time or not two.time or one.value == two.value:
        return False
    if one.from_ is None or two.from_ is None or one.to is None or two.to is None:
        return True
    return one.to < two.from_ or two.to < one.from_


def _far(one: str | None, two: str | None, cast: Cast) -> bool:
    """Whether the places of both acts are told and are not one, nor one the country of the other."""
    if one is None or two is None:
        return False
    first, second = ({p.id: p for p in cast.places}[id] for id in (one, two))
    if first.name == second.name or first.country != second.country:
        return first.name != second.name
    state = cast.state(first.country or "")
    return state is None or cast.actor(state).name not in (first.name, second.name)


def _numbers_differ(one: Set[str], two: Set[str]) -> bool:
    """Whether both tell a number of those who were hurt, and not the same."""
    first, second = ({word for word in words if word[:1].isdigit()} for words in (one, two))
    return bool(first and second and not first & second)


def _joined(first: Event, later: Event) -> Event:
    fuller = len({*later.source, *later.target}) > len({*first.source, *first.target})
    source, target, reciprocal = (
        (later.source, later.target, later.reciprocal) if fuller else (first.source, first.target, first.reciprocal)
    )
    finer = later if later.modes and not first.modes and later.type == first.type else first
    modes = first.modes if later.type != first.type else _union(first.modes, later.modes)
    return replace(
        first,
        cameo=finer.cameo,
        goldstein=finer.goldstein,
        score=finer.score,
        source=source,
        target=target,
        reciprocal=reciprocal,
        modes=modes,
        contexts=_union(first.contexts, later.contexts),
        topics=_distinct((*first.topics, *later.topics)),
        when=_when(first.when, later.when),
        where=first.where or later.where,
        mentions=_distinct((*first.mentions, *(s for s in (later.sentence,) if s != first.sentence))),
        statement=first.statement if first.statement == later.statement else None,
        confidence=max(first.confidence, later.confidence),
    )


def _when(first: When | None, later: When | None) -> When | None:
    """The day that the text tells, and of two the closer one."""
    if first is None or later is None or not later.time:
        return first or later
    if not first.time:
        return later
    if first.from_ is None or first.to is None or later.from_ is None or later.to is None:
        return first
    return later if first.from_ <= later.from_ and later.to <= first.to else first


def _union(one: Sequence[str], two: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans), key=lambda s: (s.start, s.end)))
