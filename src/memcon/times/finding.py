"""The time expressions of a text, in order: rules say where, makers say what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from memcon.errors import Error
from memcon.facts import Time
from memcon.language import Analysed
from memcon.times import amounts, clocks, dates, modifiers, periods, shifts, values
from memcon.times.anchors import year_told
from memcon.times.grammar import Match, encode, matches_at, next_start
from memcon.times.lexing import tokens
from memcon.times.making import MAKERS, Context, Reading

MODULES = (amounts, clocks, dates, periods, shifts)
"""The modules whose makers the rules name."""


def find(text: str, published: str | None = None, analysed: Analysed | None = None) -> tuple[Time, ...]:
    """The time expressions of `text` as TIMEX3, in order; they do not overlap.

    `published` (ISO date) is the day relative times are told from; without it they stay relative (`XXXX`). With
    `analysed` the parse tells tense, else the words near by do. Follows ISO-TimeML as annotated in TimeBank. Raises
    `memcon.Error` where `published` is no date.
    """
    day = _day(published)
    found = tokens(text)
    year = year_told(text) if day is None else None
    context = Context(text, found, encode(found), day, analysed, known_year=year)
    return tuple(_time(f"t{i}", context, reading) for i, reading in enumerate(_readings(context), 1))


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise Error(f"published is {published!r}; give an ISO date such as 2024-05-31") from None


def _readings(context: Context) -> Iterator[Reading]:
    """Readings with their token ranges, each after the one before."""
    position, done = next_start(context.codes, 0), 0
    while position is not None:
        found = matches_at(context.tokens, context.codes, position)
        made = next((made for match in found if (made := _made(match, context))), ())
        for reading in made:
            widened = modifiers.widen(reading, context, done)
            assert widened.last is not None
            done = widened.last
            if widened.told:
                context.read.append((context.tokens[done - 1].end, widened.value))
            yield widened
        position = next_start(context.codes, max(done, position + 1))


def _made(match: Match, context: Context) -> Sequence[Reading]:
    made = MAKERS[match.rule.make](match, context)
    if made is None:
        return ()
    readings = [made] if isinstance(made, Reading) else list(made)
    return [
        replace(r, first=match.first if r.first is None else r.first, last=match.last if r.last is None else r.last)
        for r in readings
    ]


def _time(id_: str, context: Context, reading: Reading) -> Time:
    assert reading.first is not None
    assert reading.last is not None
    start, end = context.tokens[reading.first].start, context.tokens[reading.last - 1].end
    days = reading.days
    if days is None and reading.dated and reading.type in ("DATE", "TIME"):
        days = values.span(reading.value)
    first, last = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
    return Time(id_, start, end, context.text[start:end], reading.type, reading.value, reading.mod, first, last)
