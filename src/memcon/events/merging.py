"""One happening told several times in a report is one event with mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from memcon.facts import Event, Span

# Acts that a report tells once however often it speaks of them; attacks and arrests may well be several.
_LASTING = frozenset({"CONSULT", "SUPPORT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "CONCEDE", "COOPERATE", "AID"})


def merge(events: Sequence[Event], country: Callable[[str], str | None]) -> tuple[Event, ...]:
    """`events`, in the order of the text, with those that tell one happening made one.

    `country` gives the country of an actor, by which a leader and the state he speaks for are the same party. The first
    telling gives trigger and sentence, the first that tells a mode the code and its scores; modes, topics, time and
    place are gathered from all.
    """
    kept: list[Event] = []
    for event in events:
        place = next((i for i, other in enumerate(kept) if _same(other, event, country)), None)
        if place is None:
            kept.append(event)
        else:
            kept[place] = _joined(kept[place], event)
    return tuple(kept)


def _same(one: Event, two: Event, country: Callable[[str], str | None]) -> bool:
    if one.type != two.type or one.status != two.status:
        return False
    if one.modes and two.modes and not set(one.modes) & set(two.modes):
        return False
    if one.sentence != two.sentence and one.type not in _LASTING and (_rule_root(one) != _rule_root(two)):
        return False
    if _differ(_told_day(one), _told_day(two)):
        return False
    if one.type not in _LASTING and _differ(one.where, two.where):
        return False
    symmetrical = one.type in ("CONSULT", "AGREE", "COOPERATE") or one.reciprocal or two.reciprocal
    if symmetrical:
        return _covers(one.source + one.target, two.source + two.target, country)
    return _covers(one.source, two.source, country) and _covers(one.target, two.target, country)


def _told_day(event: Event) -> str | None:
    return event.when.value if event.when is not None and event.when.time else None


def _rule_root(event: Event) -> str | None:
    return event.cameo[:3] if event.cameo else None


def _differ(one: str | None, two: str | None) -> bool:
    return bool(one and two and one != two)


def _covers(one: Sequence[str], two: Sequence[str], country: Callable[[str], str | None]) -> bool:
    """Whether all the parties of the shorter list are among those of the longer, by actor or by country."""
    if not one or not two:
        return not one and not two
    keys_one, keys_two = {country(a) or a for a in one}, {country(a) or a for a in two}
    return keys_one <= keys_two or keys_two <= keys_one


def _joined(first: Event, later: Event) -> Event:
    fuller = len({*later.source, *later.target}) > len({*first.source, *first.target})
    source, target, reciprocal = (
        (later.source, later.target, later.reciprocal) if fuller else (first.source, first.target, first.reciprocal)
    )
    finer = later if later.modes and not first.modes else first
    return replace(
        first,
        cameo=finer.cameo,
        goldstein=finer.goldstein,
        score=finer.score,
        source=source,
        target=target,
        reciprocal=reciprocal,
        modes=_union(first.modes, later.modes),
        contexts=_union(first.contexts, later.contexts),
        topics=_distinct((*first.topics, *later.topics)),
        when=first.when if first.when and (first.when.time or not later.when or not later.when.time) else later.when,
        where=first.where or later.where,
        mentions=_distinct((*first.mentions, *(s for s in (later.sentence,) if s != first.sentence))),
        statement=first.statement if first.statement == later.statement else None,
        confidence=max(first.confidence, later.confidence),
    )


def _union(one: Sequence[str], two: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans), key=lambda s: (s.start, s.end)))
