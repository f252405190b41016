"""The toll of one happening stated again: dead and wounded of the same days, who hold between no parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from memcon.checks import wording
from memcon.checks.intervals import interval, middle
from memcon.facts import Check, Figure, Verdict

_INDICATORS = frozenset({"killed", "wounded", "casualties"})
_ANYBODY = frozenset({None, "person", "civilian", "body", "victim", "death", "fatality", "casualty", "dead"})
"""Whom a toll counts; the dead among soldiers or children are another number."""
_AGAIN = re.compile(
    r"\b(?:toll|bodies|number\sof\s(?:dead|deaths|wounded|injured|casualties|fatalities|people\skilled))\b",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:rose|risen|rises|rising|climbed|climbs|grew|grown|revised|updated|initial|earlier)\b", re.I)
_SAID = re.compile(
    r"\b(?:said|says|according|puts?|reported|reports|told|estimate[sd]?|claim(?:ed|s)?|confirmed|counted)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:in\s(?:19|20)\d\d|since|last\s(?:year|month|week)|years?\sago|this\syear|war|conflict|total|overall|previous)\b",
    re.IGNORECASE,
)
"""Words of a toll of more than the one happening."""
_APART = 3.0
_DAYS = 3
"""The most days that lie within one toll, and between the days that two tolls of one happening are told of."""
_REACH = 90


def checks(figures: Sequence[Figure], text: str) -> list[Check]:
    """A check for every toll that names the happening's toll again, against the first before it that does not fit, or
    else the first.

    Tolls differ between sources and grow by the hour: only two that the report states itself, without a speaker and
    without a word of rising, disagree; others that do not meet are left undecided.
    """
    found: list[Check] = []
    for i, later in enumerate(figures):
        if not _is_toll(later, text) or not _AGAIN.search(_around(later, text)):
            continue
        before = [f for f in figures[:i] if f.indicator == later.indicator and _is_toll(f, text)]
        near = [f for f in before if 1 / _APART <= middle(later) / middle(f) <= _APART and _apart(f, later, text)]
        near = [f for f in near if _days_between(f, later) <= _DAYS]
        made = [_check(f, later, text) for f in near]
        found += [check for check in made if check.verdict != "agrees"][:1] or made[:1]
    return found


def _is_toll(figure: Figure, text: str) -> bool:
    return (
        figure.indicator in _INDICATORS
        and figure.unit in _ANYBODY
        and (figure.period is None or _days(figure) is not None)
        and figure.change not in ("up", "down")
        and not isinstance(figure.value, tuple)
        and figure.value > 1
        and not _OTHER.search(_around(figure, text))
    )


def _days(figure: Figure) -> tuple[date, date] | None:
    """First and last day of a toll of few days; None where no day is told, or more of them."""
    when = figure.period
    if when is None or when.from_ is None or when.to is None:
        return None
    first, last = date.fromisoformat(when.from_), date.fromisoformat(when.to)
    return (first, last) if (last - first).days <= _DAYS else None


def _days_between(first: Figure, later: Figure) -> int:
    """Days between what two tolls are told of; none where one has no day of its own."""
    one, other = _days(first), _days(later)
    return 0 if one is None or other is None else abs((other[0] - one[0]).days)


def _around(figure: Figure, text: str) -> str:
    """The sentence, as far as it reaches, around a figure."""
    left = re.split(r"[.!?]\s|\n", text[max(figure.span.start - _REACH, 0) : figure.span.start])[-1]
    right = re.split(r"[.!?](?:\s|\Z)|\n", text[figure.span.end : figure.span.end + _REACH])[0]
    return f"{left}{figure.span.text}{right}"


def _apart(first: Figure, later: Figure, text: str) -> bool:
    """Whether they stand in two sentences."""
    return bool(re.search(r"[.!?][\"”’]?\s|\n", text[first.span.end : later.span.start]))


def _check(first: Figure, later: Figure, text: str) -> Check:
    agree = interval(first, text, exact=True).meets(interval(later, text, exact=True))
    told = f"{_around(first, text)} {_around(later, text)}"
    own = not (
        first.statement or later.statement or _SAID.search(told) or _MOVED.search(told) or _days_between(first, later)
    )
    verdict: Verdict = "agrees" if agree else "disagrees" if own else "unknown"
    detail = {
        "agrees": "both can be true",
        "disagrees": "not the same",
        "unknown": "not the same, by another source or of another hour",
    }[verdict]
    name = "The number of casualties" if first.indicator == "casualties" else f"The number of people {first.indicator}"
    said = f"{name} is stated as {_told(first)} and again as {_told(later)}: {detail}."
    return Check("", "repeat", (first.id, later.id), verdict, middle(later), middle(first), None, said)


def _told(figure: Figure) -> str:
    bound = {">": "at least ", "<": "up to ", "~": "about "}.get(figure.change, "")
    return bound + wording.quoted(figure)
