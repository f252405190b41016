"""Between whom a figure holds and in which direction: "trade between A and B", "inflows from A", "exports to B"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from memcon.actors import Cast
from memcon.actors.cast import Reference
from memcon.figures import indicators, owners
from memcon.figures.indicators import Indicator
from memcon.figures.quantity import Quantity

_COUNTRY_LEVEL = frozenset({"state", "igo", "government"})
_DIRECTED = frozenset(
    {
        "exports",
        "imports",
        "FDI inflow",
        "FDI stock",
        "aid",
        "loan",
        "investment pledge",
        "debt",
        "tariff",
        "oil volume",
        "gas volume",
    }
)
_OWNED = frozenset({"GDP", "budget", "population", "price"})
_ARMED = frozenset({"troops", "weapons"})
_MUTUAL = frozenset({"trade turnover", "trade balance"})
_VOLUMES = frozenset({"oil volume", "gas volume"})
# "Norway lent Iceland $5m": the giver, the verb, the taker.
_GIVES = re.compile(
    r"\s(?:will\s|would\s|has\s|had\s|have\s|is\sto\s|to\s)?(?:also\s)?(?:give|gives|gave|given|lend|lends|lent|grant|grants|granted|"
    r"offer|offers|offered|promise|promises|promised|pay|pays|paid|send|sends|sent|sell|sells|sold|owe|owes|owed)\s(?:the\s)?"
)
_LEVIES = re.compile(
    r"\b(?:impose|levy|levie|raise|slap|set|put|place|introduce|announce)[sd]?\b|\b(?:slapped|charges|threatened)\b"
)
_DELIVERS = re.compile(r"\b(?:deliver|suppl|ship|s[eo]ll?d?|export|pump|sen[dt])\w*\s")
_TAKES = re.compile(
    r"\b(?:took|tak(?:e|es|ing|en)|receiv\w+|obtain\w*|secur\w+|g[eo]ts?|accept\w*|borrow\w*|won|drew)\s"
)
_OF_ADJECTIVE = re.compile(r"\sof\s(?:[a-z]+\s)?")
_TAKES_UP = re.compile(
    r"\A\s(?:\w+\s)?(?:account\w*\sfor|ma[dk]es?\sup|b[uo]ys?|bought|tak\w+|took|suppl\w+|provid\w+|deliver\w*)\s"
)
_FROM = re.compile(r"\b(?:from|by)\s(?:the\s)?\Z", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|for|in|on)\s(?:the\s)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z", re.IGNORECASE)
_WITH = re.compile(r"\bwith\s(?:the\s)?\Z", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|or)\s(?:the\s)?\Z")
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Parties:
    """Actor ids: the two (or one) that the figure holds between, and where it comes from and goes to."""

    between: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


def parties(text: str, q: Quantity, indicator: Indicator | None, cast: Cast, start: int, end: int) -> Parties:
    """The parties of a figure in the sentence at characters `start` to `end`; none where none are told."""
    if indicator is None or indicator.name not in _DIRECTED | _MUTUAL | _OWNED | _ARMED | {"refugees"}:
        return Parties()
    countries = _countries(cast, start, end)
    if indicator.name in _OWNED and not (
        indicator.name == "price" and "flation" not in text[indicator.start : indicator.end]
    ):
        return Parties(owners.owner(text, q, indicator, countries))
    explicit = _between(text, countries, indicator)
    if indicator.name in _MUTUAL:
        both = explicit or _with(text, countries, indicator) or _only_two(countries)
        alone = indicator.name == "trade balance" and not both
        return Parties(owners.owner(text, q, indicator, countries) if alone else both)
    if indicator.name in _ARMED:
        source, target = owners.armed(text, q, countries, _group(text, cast, q))
        if owners.is_withdrawal(text, q, countries):
            ids = tuple(dict.fromkeys(i for r in countries for i in r.ids))
            return Parties(ids if len(ids) == 2 else source)
    elif indicator.name == "refugees":
        source, target = owners.refuge(text, q, countries, _group(text, cast, q))
    else:
        source, target = _direction(text, q, indicator, countries)
    both = explicit or (tuple(dict.fromkeys(source + target)) if source and target else ())
    if indicator.name in _VOLUMES and not source and not target:
        both = owners.owner(text, q, indicator, countries)
    return Parties(both, source, target)


def of_rank(text: str, start: int, end: int, cast: Cast, first: int, last: int) -> Parties:
    """Who holds the rank told at characters `start` to `end` of the sentence `first` to `last`, and among whose."""
    source, target = owners.ranking(text, start, end, _countries(cast, first, last))
    return Parties(source + target if source and target else (), source, target)


def _group(text: str, cast: Cast, q: Quantity) -> tuple[str, ...]:
    """Whose the counted ones are, where they are an actor themselves: France of "4,000 French troops", if it is one."""
    end = q.counted or q.end
    if not re.search(r"[A-Z]", text[q.end : end]):
        return ()
    for reference in cast.references_in(q.start, end):
        actor = cast.actor(reference.ids[0])
        counted = reference.start <= q.start and reference.end <= end and len(reference.ids) == 1
        if counted and actor.country and actor.kind not in _COUNTRY_LEVEL:
            states = (a.id for a in cast.actors if a.kind == "state" and a.country == actor.country)
            return (next(states, actor.id),)
    return ()


def _countries(cast: Cast, start: int, end: int) -> list[Reference]:
    """The references to one country or organisation, in the order of the text."""
    found = (r for r in cast.references_in(start, end) if _is_country(cast, r))
    return sorted(found, key=lambda r: (r.start, r.end))


def _is_country(cast: Cast, reference: Reference) -> bool:
    return len(reference.ids) == 1 and cast.actor(reference.ids[0]).kind in _COUNTRY_LEVEL


def _between(text: str, countries: list[Reference], indicator: Indicator) -> tuple[str, ...]:
    for a, b in itertools.pairwise(countries):
        near = a.start >= indicator.start - _NEAR and a.ids != b.ids
        if near and _BETWEEN.search(text[max(a.start - 13, 0) : a.start]) and _AND.fullmatch(text[a.end : b.start]):
            return a.ids + b.ids
    return ()


def _with(text: str, countries: list[Reference], indicator: Indicator) -> tuple[str, ...]:
    """ "Kazakhstan's trade with China": the owner before the words, else the only other country, and the partner."""
    for partner in countries:
        if 0 <= partner.start - indicator.end <= 30 and _WITH.search(text[indicator.end : partner.start]):
            owners = [r for r in countries if r.end <= partner.start and r.ids != partner.ids]
            return owners[-1].ids + partner.ids if owners else _only_two(countries) or partner.ids
    return ()


def _only_two(countries: list[Reference]) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(r.ids[0] for r in countries))
    return ids if len(ids) == 2 else ()


def _direction(
    text: str, q: Quantity, indicator: Indicator, countries: list[Reference]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    low, high = min(q.start, indicator.start) - _NEAR, max(q.end, indicator.end) + _NEAR
    near = [r for r in countries if low <= r.start and r.end <= high and not _of_another(text, q, indicator, r)]
    for a, b in itertools.pairwise(near):
        if a.ids != b.ids and b.end <= q.start and _GIVES.fullmatch(text[a.end : b.start]):
            return a.ids, b.ids
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    if indicator.name == "tariff":
        return _tariff(text, indicator, near)
    for r in near:
        if r.start < indicator.start:
            continue
        left = text[max(r.start - 12, 0) : r.start]
        if not source and _FROM.search(left):
            source = r.ids
        elif (
            not target
            and _TO.search(left)
            and r.ids != source
            and not (indicator.name in _VOLUMES and "in" in left.split())
        ):
            target = r.ids
    first = min(q.start, indicator.start) if indicator.name in _VOLUMES else indicator.start
    owner = _owner(text, near, first, source + target)
    made_in = next((r.ids for r in near if _OF_ADJECTIVE.fullmatch(text[indicator.end : r.start])), ())
    if made_in and indicator.name in ("exports", "imports") and not source:  # "exports of Chilean copper"
        return made_in, target or (owner if indicator.name == "imports" else ())
    taker = next((r.ids for r in near if r.end <= q.start and _TAKES_UP.search(text[r.end : q.start])), ())
    if q.kind == "percent" and taker and indicator.start > q.end:  # "China accounts for 70 % of Mongolia's exports"
        owner = next((r.ids for r in reversed(near) if q.end <= r.start and r.end <= indicator.start), ())
        if owner and owner != taker:
            return (taker, owner) if indicator.name in ("imports", *_VOLUMES) else (owner, taker)
    if indicator.name == "exports" and not source and owner:
        source = owner
    elif indicator.name in ("imports", "FDI inflow", "FDI stock") and not target and owner:
        target = owner
    elif source and owner and not target and _takes(text, q, near):
        target = owner  # "Hungary took a loan from China"
    elif not source and owner:
        gives = indicator.name in ("aid", "loan", "investment pledge", "debt") or indicator.name.startswith("FDI")
        source = owner if gives or (indicator.name in _VOLUMES and _delivers(text, q, near)) else source
    return source, target


def _of_another(text: str, q: Quantity, indicator: Indicator, r: Reference) -> bool:
    """Whether `r` stands behind the figure and the words for what a later one measures: "exports to Peru came to $5bn
    and imports from Japan to ..."."""
    later = indicators.named(text, q.end, r.start) if indicator.end <= q.start and q.end <= r.start else []
    return any(i.name in ("exports", "imports") for i in later)


def _owner(text: str, near: list[Reference], first: int, others: tuple[str, ...]) -> tuple[str, ...]:
    """The nearest country before `first` that is no party yet and is no preposition's, unless it qualifies what stands
    there: "Norway's exports to Japan were worth $5bn and imports from Japan $2bn", "of Dutch investment"."""
    before = [r for r in near if r.end <= first and r.ids[0] not in others]
    return next((r.ids for r in reversed(before) if first - r.end == 1 or owners.is_subject(text, r)), ())


def _takes(text: str, q: Quantity, near: list[Reference]) -> bool:
    """Whether the country before the figure takes what it measures: "Hungary took a loan"."""
    before = [r for r in near if r.end <= q.start]
    return bool(before) and bool(_TAKES.search(text[before[-1].end : q.start]))


def _delivers(text: str, q: Quantity, near: list[Reference]) -> bool:
    """Whether the country before the figure sends what it measures."""
    before = [r for r in near if r.end <= q.start]
    return bool(before) and bool(_DELIVERS.search(text[before[-1].end : q.start]))


def _tariff(text: str, indicator: Indicator, near: list[Reference]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who levies a tariff, and whose goods bear it: "A imposed a 25 % tariff on steel from B"."""
    subject = next((r for r in near if r.end <= indicator.start), None)
    levied = subject is not None and _LEVIES.search(text[subject.end : indicator.start])
    source = subject.ids if subject is not None and levied else ()
    bears = re.compile(r"\b(?:on|from|against)\s(?:the\s)?(?:[a-z]+\s(?:from|of)\s)?(?:the\s)?\Z")
    target = next((r.ids for r in near if r.start >= indicator.end and bears.search(text[: r.start][-40:])), ())
    return source, target if target != source else ()
