"""Ranks: "the largest exporter" is 1, "the second-largest trading partner" 2, "ranked third among donors" 3."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.figures.lexicon import alternatives, table, words
from memcon.figures.quantity import Quantity

_ONE_OF = re.compile(r"\b(?:one\sof|among|amongst|some\sof|two\sof|three\sof)\s[^.;:]{0,30}\Z", re.IGNORECASE)
# From a rank to the level that is stated with it: "…, with trade of $5bn", "… (5bn)", "… at 5bn", "accounting for 5 %".
_IS = re.compile(r"[^,.;:()]{0,30},\s(?:is|was|remains|became|being)\s(?:[\w.]+(?:['’]s?)?\s){0,2}")
_WITH = re.compile(
    r"(?:\s(?!followed\b|ahead\b|behind\b)[^.;:(),]{1,40}|,\s[^.;:(),]{0,30}){0,2},?\s?"
    r"(?:\b(?:with|at|worth|accounting\sfor|buying|selling|supplying|providing|sending|giving|having|exporting|importing|"
    r"taking|representing)\s[^.;:(),]{0,40}|\()\s?\Z"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """Characters `start` to `end` tell the rank `value`; `level` is the number of the quantity stated with it."""

    start: int
    end: int
    value: float
    level: int | None = None


@functools.cache
def _pattern() -> re.Pattern[str]:
    first = alternatives(words("ranks", "first"))
    degrees = "|".join(form.replace("_", r"[\s-]") for form in sorted(words("ranks", "degrees")))
    ordinals = alternatives(_ordinals())
    nouns = "|".join(form.replace("_", r"\s") for form in sorted(words("ranks", "ranked"), key=lambda w: (-len(w), w)))
    noun = rf"(?:\s(?!in\b|of\b|and\b|to\b|on\b)[\w-]+){{0,2}}?\s(?:{nouns})s?\b"
    return re.compile(
        rf"\b(?:(?:(?:the|its|their|[\w.]+['’]s?)\s)?(?:(?P<ordinal>{ordinals}|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))[\s-](?:{degrees})"
        rf"|(?P<first>{first})|(?:[Nn]o\.?|[Nn]umber)\s(?P<number>\d{{1,2}}|one|two|three|four|five)){noun}"
        rf"|rank(?:s|ed|ing)?\s(?:as\s)?(?:the\s)?(?P<ranked>{ordinals}|first|(?P<place>\d{{1,3}})(?:st|nd|rd|th))"
        rf"(?=[.,;]|\s(?:in|among|out|on|of|for|behind|after|place|worldwide|globally)\b))",
    )


@functools.cache
def _ordinals() -> Mapping[str, float]:
    return {word: float(value) for word, value in table("ranks")["ordinals"].items()}


def may_stand(text: str) -> bool:
    """Whether words of a rank stand in the text at all."""
    return bool(_LOOK.search(text))


def ranks(text: str, found: Sequence[Quantity], starts: Sequence[int], ends: Sequence[int]) -> list[Rank]:
    """The ranks that `text` tells, in order; none for "one of the largest". `starts` and `ends` bound its sentences."""
    told: list[Rank] = []
    if not may_stand(text):
        return told
    for start, end in zip(starts, ends, strict=True):
        for match in _pattern().finditer(text, start, end):
            if not _ONE_OF.search(text[max(match.start() - 45, start) : match.start()]):
                at = _begins(match)
                level = _level_before(text, found, at, start)
                level = _level(text, found, match.end(), end) if level is None else level
                told.append(Rank(at, match.end(), _value(match), level))
    return told


_LOOK = re.compile(
    r"largest|biggest|greatest|highest|leading|foremost|[Tt]op\s|important|\brank|[Nn]o\.?\s\d|[Nn]umber"
)


def _begins(match: re.Match[str]) -> int:
    """Where the words of the rank begin, an article or owner left out."""
    inside = [match.start(group) for group in ("ordinal", "first") if match[group]]
    return inside[0] if inside else match.start() + max(match[0].lower().find("no"), 0) * (match["number"] is not None)


def _value(match: re.Match[str]) -> float:
    if match["first"] or match["ranked"] == "first":
        return 1.0
    digits = match["digits"] or match["place"]
    if digits:
        return float(digits)
    number = match["number"]
    if number:
        return float(number) if number.isdecimal() else float(table("numbers")["words"][number])
    return _ordinals()[match["ordinal"] or match["ranked"]]


def _level_before(text: str, found: Sequence[Quantity], at: int, start: int) -> int | None:
    """The level of "China, with $52 billion, is its second-largest partner"."""
    for i in range(len(found) - 1, -1, -1):
        q = found[i]
        if start <= q.start and q.end <= at:
            behind = _IS.fullmatch(text[q.counted or q.end : at])
            return i if behind and re.search(r"\b(?:with|at)\s\Z", text[max(q.start - 6, start) : q.start]) else None
    return None


def _level(text: str, found: Sequence[Quantity], start: int, end: int) -> int | None:
    for i, q in enumerate(found):
        if start <= q.start < end and q.kind in ("money", "count", "measure", "percent", "bare"):
            return i if q.start - start < 110 and _WITH.fullmatch(text[start : q.start]) else None
    return None
