"""Between whom a figure holds and in which direction: "trade between A and B", "inflows from A", "exports to B"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from memcon.actors import Cast
from memcon.actors.cast import Reference
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
_FROM = re.compile(r"\b(?:from|by)\s(?:the\s)?\Z", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|for|in|on)\s(?:the\s)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z", re.IGNORECASE)
_WITH = re.compile(r"\bwith\s(?:the\s)?\Z", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|or)\s(?:the\s)?\Z")
_OWNS = re.compile(r"(?:['’]s?)?\s(?:\w+\s)?", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|to|for|in|from)\s(?:the\s)?", re.IGNORECASE)
_IS = re.compile(r"(?:\b(?:is|was|were|are|remains|remained|became)\s(?:the\s)?|,\s(?:the\s)?)\Z")
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Parties:
    """Actor ids: the two (or one) that the figure holds between, and where it comes from and goes to."""

    between: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


def parties(text: str, q: Quantity, indicator: Indicator | None, cast: Cast, start: int, end: int) -> Parties:
    """The parties of a figure in the sentence at characters `start` to `end`; none where none are told."""
    if indicator is None or indicator.name not in _DIRECTED | _MUTUAL:
        return Parties()
    countries = sorted(
        (r for r in cast.references_in(start, end) if _is_country(cast, r)), key=lambda r: (r.start, r.end)
    )
    explicit = _between(text, countries, indicator)
    if indicator.name in _MUTUAL:
        return Parties(explicit or _with(text, countries, indicator) or _only_two(countries))
    source, target = _direction(text, q, indicator, countries)
    both = explicit or (tuple(dict.fromkeys(source + target)) if source and target else ())
    return Parties(both, source, target)


def ranking(text: str, start: int, end: int, cast: Cast, first: int, last: int) -> Parties:
    """Who holds the rank told at characters `start` to `end` of the sentence `first` to `last`, and among whose.

    "China is Kazakhstan's second-largest trading partner", "the largest donor to Yemen is Norway".
    """
    countries = sorted((r for r in cast.references_in(first, last) if _is_country(cast, r)), key=lambda r: r.start)
    ranked = text[start : start + 4].lower() == "rank"
    owner = None if ranked else _rank_owner(text, start, end, countries)
    others = [r for r in countries if owner is None or r.ids != owner.ids]
    before = [r for r in others if r.end <= start and not re.search(r"[;:]", text[r.end : start])]
    behind = [r for r in others if r.start >= (owner.end if owner and owner.start >= end else end)]
    holder = before[-1] if before else next((r for r in behind if _IS.search(text[end : r.start])), None)
    source, target = holder.ids if holder else (), owner.ids if owner else ()
    both = tuple(dict.fromkeys(source + target)) if source and target else ()
    return Parties(both, source, target)


def _rank_owner(text: str, start: int, end: int, countries: list[Reference]) -> Reference | None:
    """Whose largest partner: the country just before, or behind "of". "Its" is not the one who is it."""
    owner = next((r for r in reversed(countries) if r.end <= start and _OWNS.fullmatch(text[r.end : start])), None)
    if owner is None:
        return next((r for r in countries if end <= r.start <= end + 30 and _OF.fullmatch(text[end : r.start])), None)
    if owner.via != "pronoun":
        return owner
    subject = next((r for r in reversed(countries) if r.end < owner.start), None)
    if subject is None or subject.ids != owner.ids:
        return owner
    return next((r for r in reversed(countries) if r.end <= subject.start and r.ids != subject.ids), None)


def _is_country(cast: Cast, reference: Reference) -> bool:
    return len(reference.ids) == 1 and cast.actor(reference.ids[0]).kind in _COUNTRY_LEVEL


def _between(text: str, countries: list[Reference], indicator: Indicator) -> tuple[str, ...]:
    for a, b in itertools.pairwise(countries):
        near = a.start >= indicator.start - _NEAR and a.ids != b.ids
        if near and _BETWEEN.search(text[max(a.start - 13, 0) : a.start]) and _AND.fullmatch(text[a.end : b.start]):
            return a.ids + b.ids
    return ()


def _with(text: str, countries: list[Reference], indicator: Indicator) -> tuple[str, ...]:
    """ "Kazakhstan's trade with China": the owner before the words, the partner behind "with"."""
    for partner in countries:
        if 0 <= partner.start - indicator.end <= 30 and _WITH.search(text[indicator.end : partner.start]):
            owners = [r for r in countries if r.end <= partner.start and r.ids != partner.ids]
            return (owners[-1].ids if owners else ()) + partner.ids
    return ()


def _only_two(countries: list[Reference]) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(r.ids[0] for r in countries))
    return ids if len(ids) == 2 else ()


def _direction(
    text: str, q: Quantity, indicator: Indicator, countries: list[Reference]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    low, high = min(q.start, indicator.start) - _NEAR, max(q.end, indicator.end) + _NEAR
    near = [r for r in countries if low <= r.start and r.end <= high]
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
    owner = next((r.ids for r in reversed(near) if r.end <= first), ())
    if indicator.name == "exports" and not source and owner != target:
        source = owner
    elif indicator.name in ("imports", "FDI inflow", "FDI stock") and not target and owner != source:
        target = owner
    elif not source and owner != target:
        gives = indicator.name in ("aid", "loan", "investment pledge", "debt")
        source = owner if gives or (indicator.name in _VOLUMES and _delivers(text, q, near)) else source
    return source, target


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
