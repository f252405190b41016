"""Whose a figure is, where it flows between nobody: a country's GDP, its troops abroad, a rank among partners."""

from __future__ import annotations

import re

from memcon.actors.cast import Reference
from memcon.figures.indicators import Indicator
from memcon.figures.quantity import Quantity

Pair = tuple[tuple[str, ...], tuple[str, ...]]
"""Actor ids: from whom, and to whom or where."""

_OWNS = re.compile(r"(?:['’]s?)?\s(?:\w+\s)?", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|to|for|in|from)\s(?:the\s)?", re.IGNORECASE)
_IS = re.compile(r"(?:\b(?:is|was|were|are|remains|remained|became)\s(?:the\s)?|,\s(?:the\s)?)\Z")
# "Poland's gross domestic product", "Latvia raised its defence budget", "the Turkish economy"
_OWNER_BEFORE = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}", re.IGNORECASE)
_OWNER_BEHIND = re.compile(r"(?:\s[a-z]+){0,2}?\s(?:of|in|for|from)\s(?:the\s)?(?:neighbouring\s|nearby\s)?")
_NOT_SUBJECT = re.compile(r"\b(?:from|to|with|into|against|on|at|of|between|and|by|for)\s(?:the\s)?\Z", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:withdr[ae]w\w*|pull(?:s|ed|ing)?(?:\sout)?|recall\w*|bring\shome|brought\shome)\b", re.IGNORECASE
)
_BUYS = re.compile(
    r"\b(?:b[ou]y\w*|bought|purchas\w+|acquir\w+|order\w*|receiv\w+|get|gets|got|import\w*)\b", re.IGNORECASE
)
_GIVES = re.compile(
    r"\s(?:has\s|had\s|will\s|would\s|have\s)?(?:g[ai]ven?|gives|sold|sells?|lent|lends?|sent|sends?|offer\w*)\s"
)
_THERE = re.compile(
    r"\b(?:to|in|at|on|against|toward|towards|into|across|over|inside|for)\s(?:the\s)?\Z", re.IGNORECASE
)
_HOSTS = re.compile(r"\b(?:host|shelter|tak\w+\sin|took\sin|receiv|accept|welcom|admit|hous)\w*\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:the\s)?\Z", re.IGNORECASE)
_NEAR = 90
_SUFFERS = re.compile(r"\b(?:shot\sdown|intercept\w*|destroy\w*|captur\w*|seiz\w*|down(?:ed|s))\b", re.IGNORECASE)


def owner(text: str, q: Quantity, indicator: Indicator, countries: list[Reference]) -> tuple[str, ...]:
    """The country whose GDP, budget, population and the like it is; none where no country is told."""
    for r in reversed(countries):
        if r.end <= indicator.start and _OWNER_BEFORE.fullmatch(text[r.end : indicator.start]):
            return r.ids
    for r in countries:
        if r.start >= indicator.end and _OWNER_BEHIND.fullmatch(text[indicator.end : r.start]):
            return r.ids
    first = min(q.start, indicator.start)
    for r in countries:
        if r.end <= first and is_subject(text, r):
            return r.ids
    return ()


def armed(text: str, q: Quantity, countries: list[Reference], group: tuple[str, ...]) -> Pair:
    """Whose troops or weapons, and where, at whom or for whom they are; `group` is whose the counted ones are."""
    end = q.counted or q.end
    inside = next((r.ids for r in reversed(countries) if q.end <= r.start and r.end <= end), group)
    before = [r for r in countries if r.end <= q.start and is_subject(text, r)]
    behind = [r for r in countries if r.start >= end and r.start - end < _NEAR]
    there = next((r.ids for r in behind if _THERE.search(_left(text, r))), ())
    if inside:
        return inside, there if there != inside else ()
    if not before:
        return (), there
    told = text[before[-1].end : q.start]
    if _SUFFERS.search(told):
        return (), ()
    giver = before[-2] if len(before) > 1 else before[-1]
    if giver.ids != before[-1].ids and _GIVES.fullmatch(text[giver.end : before[-1].start]):
        return giver.ids, before[-1].ids
    sellers = next((r.ids for r in behind if _FROM.search(_left(text, r))), ())
    if _BUYS.search(told) and sellers:
        return sellers, before[-1].ids
    return before[-1].ids, there if there != before[-1].ids else ()


def _left(text: str, r: Reference) -> str:
    return text[max(r.start - 14, 0) : r.start]


def is_subject(text: str, r: Reference) -> bool:
    """Whether no preposition governs the country."""
    return not _NOT_SUBJECT.search(_left(text, r))


def is_withdrawal(text: str, q: Quantity, countries: list[Reference]) -> bool:
    """Whether the country before the figure takes it away: "withdrew 2,500 troops from"."""
    before = [r for r in countries if r.end <= q.start]
    return bool(before) and bool(_LEFT.search(text[before[-1].end : q.start]))


def refuge(text: str, q: Quantity, countries: list[Reference], group: tuple[str, ...]) -> Pair:
    """Where refugees come from and where they are: "Jordan hosts 650,000 Syrian refugees"; `group` is whose the counted
    ones are."""
    end = q.counted or q.end
    inside = next((r.ids for r in reversed(countries) if q.end <= r.start and r.end <= end), group)
    behind = [r for r in countries if r.start >= end]
    source = inside or next((r.ids for r in behind if _FROM.search(_left(text, r))), ())
    there = (r.ids for r in behind if _THERE.search(_left(text, r)) and r.ids != source)
    before = [r for r in countries if r.end <= q.start and _HOSTS.search(text[r.end : q.start])]
    target = before[-1].ids if before else next(there, ())
    return source, target if target != source else ()


def ranking(text: str, start: int, end: int, countries: list[Reference]) -> Pair:
    """Who holds the rank told at characters `start` to `end`, and among whose partners.

    "China is Kazakhstan's second-largest trading partner", "the largest donor to Yemen is Norway".
    """
    ranked = text[start : start + 4].lower() == "rank"
    owner = None if ranked else _rank_owner(text, start, end, countries)
    others = [r for r in countries if owner is None or r.ids != owner.ids]
    before = [r for r in others if r.end <= start and not re.search(r"[;:]", text[r.end : start])]
    behind = [r for r in others if r.start >= (owner.end if owner and owner.start >= end else end)]
    holder = before[-1] if before else next((r for r in behind if _IS.search(text[end : r.start])), None)
    return holder.ids if holder else (), owner.ids if owner else ()


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
