"""What makers share: the reading of an expression, and the context it is read in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from memcon.facts import TimeType
from memcon.language import Analysed
from memcon.times import tense, values
from memcon.times.grammar import Match, matches_at
from memcon.times.lexing import Token
from memcon.times.tense import Direction

MONTHS = ("MONTH", "MONTHISH", "MONTHSHORT")
"""Classes of the names of months."""
_WITHIN = re.compile(r"[\w’'] \Z")
"""What stands before a word that does not begin a sentence."""
UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
           "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX"}  # fmt: skip
"""Values of units on a calendar that is not known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means. `first` and `last` are set where it covers other tokens than were matched, `days`
    where its value does not tell the days it spans. What only compares ("a year earlier") is not `told`: later times
    are not told from it. What is not `dated` spans days that cannot be known ("fiscal 2025")."""

    type: TimeType
    value: str
    mod: str | None = None
    first: int | None = None
    last: int | None = None
    days: tuple[date, date] | None = None
    told: bool = True
    dated: bool = True


Made: TypeAlias = Reading | Sequence[Reading] | None
Maker: TypeAlias = "Callable[[Match, Context], Made]"
MAKERS: dict[str, Maker] = {}


def maker(function: Maker) -> Maker:
    """Register a maker under its own name, which `rules.toml` uses."""
    MAKERS[function.__name__] = function
    return function


@dataclass(slots=True)
class Context:
    """The text being read: its tokens, the day it was published, its parse, and the times read so far in it.

    `outer` is the first token of the expression that a part is being read of; `known_year` the year of writing where
    the text fixes it and the day is not known.
    """

    text: str
    tokens: Sequence[Token]
    codes: str
    published: date | None
    analysed: Analysed | None
    read: list[tuple[int, str]] = field(default_factory=list)
    outer: int | None = None
    known_year: int | None = None

    def direction(self, match: Match, led: bool = True) -> Direction | None:
        """Past or future, by the verbs about the match and, where `led`, the preposition before it."""
        first = match.first if self.outer is None else self.outer
        start, end = self.tokens[first].start, self.tokens[match.last - 1].end
        return tense.direction(self.text, start, end, self.analysed, led)

    def now(self, unit: str) -> str:
        """The value of the unit that the day of publication lies in."""
        return self.from_now(0, unit)

    def from_now(self, count: int, unit: str) -> str:
        """The value `count` units from the day of publication."""
        now = self.published
        if now is None and self.known_year is not None and unit in ("year", "decade", "century"):
            now = date(self.known_year, 1, 1)
        day = values.moved(now, count, unit) if now else None
        return values.at(day, unit) if day else UNKNOWN[unit]

    def spoken(self, units: Iterable[str], match: Match, within: int = 100_000) -> str | None:
        """The last value read that is of one of these units and ends at most `within` characters before the match."""
        wanted = frozenset(units)
        start = self.tokens[match.first].start
        for at, value in reversed(self.read):
            if start - at > within:
                return None
            if values.unit_of(value) in wanted:
                return value
        return None

    def year(self, match: Match, part: str = "year") -> str | None:
        """The year that a part of the match names: four figures, XXXX where it cannot be known, None where none."""
        if part not in match.parts:
            return None
        number = match.value("YEAR", "YEARWORD", part=part)
        if number is not None:
            return f"{number:04}"
        short = match.value("APOSYEAR", part=part)
        if short is not None:
            return str(full_year(int(short[1:]), self.published))
        if match.value("UNIT", part=part) != "Y":
            return None
        if match.has("SAME", "THAT", part=part):
            spoken = self.spoken(values.FINENESS[:8], match)
            return spoken[:4] if spoken else self.now("year")
        if match.has("FOLLOWING", "PREVIOUS", part=part):
            spoken = self.spoken(values.FINENESS[:8], match)
            if spoken:
                return values.shifted(spoken[:4], 1 if match.has("FOLLOWING", part=part) else -1, "year")
        if match.has("LAST", "PAST", "PREVIOUS", part=part):
            return self.from_now(-1, "year")
        if match.has("NEXT", "COMING", "FOLLOWING", part=part):
            return self.from_now(1, "year")
        return self.now("year")

    def inner(self, match: Match, part: str) -> Reading | None:
        """The reading of a part of the match as an expression of its own."""
        first, last = match.parts[part]
        outside, self.outer = self.outer, match.first if self.outer is None else self.outer
        try:
            for found in matches_at(self.tokens, self.codes, first, last):
                made = MAKERS[found.rule.make](found, self)
                if isinstance(made, Reading):
                    return made
            return None
        finally:
            self.outer = outside

    def reading_at(self, position: int) -> Reading | None:
        """The reading of the expression that begins at token `position`, if one does."""
        for found in matches_at(self.tokens, self.codes, position):
            made = MAKERS[found.rule.make](found, self)
            if isinstance(made, Reading):
                return made
        return None

    def titled(self, match: Match) -> bool:
        """Whether the match is written as a name is ("USA Today", "This Week"), and not as a sentence begins."""
        token = match.tokens[match.last - 1]
        word = self.text[token.start : token.end]
        if not word[:1].isupper() or word.isupper():
            return False
        start = match.tokens[match.first].start
        return match.last - match.first > 1 or _WITHIN.search(self.text[max(0, start - 3) : start]) is not None


def full_year(short: int, published: date | None) -> int:
    """The year that two figures stand for: the one at most 20 years after the day of publication."""
    now = published.year if published else 2030
    century = now // 100 * 100
    return century + short if century + short <= now + 20 else century - 100 + short
