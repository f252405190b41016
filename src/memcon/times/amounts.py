"""Makers of durations, of sets of times, and of references to present, past and future."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from memcon.times import values
from memcon.times.grammar import Match
from memcon.times.making import MONTHS, Context, Made, Reading, maker
from memcon.times.shifts import amount

_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_NOUN_OF_PAST = re.compile(
    r"\s{1,2}(?!(?:that|it|he|she|they|we|I|you|the|and|but|or|as|to|by|for|from|with|has|have|had)\b)\w"
)
"""What makes "the past" describe a noun or a span ("the past master", "the past 20 years")."""
_LETTERS = {"DE": "E", "CE": "C", "ML": "L"}
_AGE = re.compile(r"[\s-]*(?:old|olds|of\s+age|birthday|anniversary)\b")
_THING = re.compile(
    r"\s(?!(?:son|daughter|baby|babies|boy|girl|child|children|infant|twins?|brother|sister|grand\w+|niece|nephew)\b)[a-z]"
)
_A_UNIT = re.compile(r"\s+an?\s+(?:day|week|month|year)\b")
_RATE = re.compile(
    r"(?:\b(?!across|towards|perhaps|always|besides|unless)[a-z]{4,}s|%|percent|cent|[0-9]|million|billion|trillion|dollars?|euros?|times|once|twice)\s*\Z"
)


def length(number: float | str, code: str) -> str:
    """The TIMEX3 value of so many units: P3Y, PT2H, P2W for a fortnight, PXD for a few days."""
    if code == "FN":
        number, code = (number * 2 if isinstance(number, (int, float)) else number), "W"
    if code == "WE":
        code = "WE"
    if code == "H":
        number, code = (number * 6 if isinstance(number, (int, float)) else number), "M"
    if code in _YEARS and isinstance(number, (int, float)):
        number, code = number * _YEARS[code], "Y"
    code = _LETTERS.get(code, code)
    if isinstance(number, float) and not number.is_integer():
        whole, rest = int(number), number - int(number)
        finer = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7), "D": ("TH", 24)}.get(code)
        if finer and rest:
            part = round(rest * finer[1])
            if code[0] == "T":
                return f"PT{f'{whole}{code[1]}' if whole else ''}{part}{finer[0][1]}"
            if finer[0][0] == "T":
                return f"P{f'{whole}{code}' if whole else ''}T{part}{finer[0][1]}"
            return f"P{f'{whole}{code}' if whole else ''}{part}{finer[0]}"
    figure = number if isinstance(number, str) else f"{number:g}" if number < 1e6 else str(int(number))
    return f"PT{figure}{code[1]}" if code[0] == "T" else f"P{figure}{code}"


@maker
def duration(match: Match, context: Context) -> Made:
    """ "three weeks", "a two-year deal", "several months"; ages are left alone."""
    end = context.tokens[match.last - 1].end
    if _AGE.match(context.text, end):
        return None
    number: Any = amount(match)
    code = match.unit()
    if number is None or match.has("YEAR", part="count"):
        return None
    singular = match.has("UNIT", "QUARTER", "SECOND", part="unit")
    if _A_UNIT.match(context.text, end):
        return None
    if singular and match.has("SECOND", part="unit") and not match.has("HYPHEN"):
        return None
    if code == "Q" and context.text[context.tokens[match.first].start :][:4].lower() == "some":
        return None
    if match.has("A", part="count") and not match.has("QUANT", "COUPLE", part="count"):
        if match.has("UNITS", part="unit") and number == 1:
            return None
        if match.has("QUARTER", part="unit"):
            return None
        start = context.tokens[match.first].start
        if _RATE.search(context.text[max(0, start - 12) : start]):
            return None
    elif singular and number != 1 and not match.has("HYPHEN") and match.has("QUARTER", part="unit"):
        return None
    return Reading("DURATION", length(number, code))


@maker
def age_of_thing(match: Match, context: Context) -> Made:
    """ "an eight-month-old truce": the age of a person is left alone, and so are years, which are mostly that."""
    code, end = match.unit(), context.tokens[match.last - 1].end
    if code == "Y" or not _THING.match(context.text, end):
        return None
    return Reading("DURATION", length(match.value("DAY", "INT", "NUMBER", part="count"), code))


@maker
def duration_and_half(match: Match, context: Context) -> Made:
    """ "a year and a half", "two and a half years"."""
    number = amount(match) or 1
    code = match.value("UNIT", "UNITS")
    return Reading("DURATION", length(float(number) + 0.5, code)) if number != "X" else None


@maker
def half_unit(match: Match, context: Context) -> Made:
    """ "half an hour", "a half-century"."""
    code = match.unit()
    if code in _YEARS:
        return Reading("DURATION", f"P{_YEARS[code] // 2}Y")
    return Reading("DURATION", length(0.5, code))


@maker
def span_duration(match: Match, context: Context) -> Made:
    """ "the past three years", "the next few days", "the first nine months": spans that end or begin now have days."""
    number: Any = amount(match)
    code = match.unit()
    if number is None:
        return None
    if _AGE.match(context.text, context.tokens[match.last - 1].end):
        return None
    if match.has("ORD", "SECOND", part="way") and match.value("UNITS", "UNIT", part="unit") == "TS":
        return None
    days = None
    unit = values.UNITS.get(code)
    if context.published and unit and number != "X" and float(number).is_integer():
        if match.has("LAST", "PAST", part="way"):
            other = values.moved(context.published, -int(number), unit)
            days = (other, context.published) if other else None
        elif match.has("NEXT", "COMING", part="way"):
            other = values.moved(context.published, int(number), unit)
            days = (context.published, other) if other else None
    if days is None and number != "X" and match.has("ORD", "LAST", part="way"):
        days = _of_year(match, context, int(number), code)
    if code == "Q":
        return Reading("DURATION", f"P{number}Q", days=days)
    return Reading("DURATION", length(number, code), days=days)


def _of_year(match: Match, context: Context, number: int, code: str) -> tuple[date, date] | None:
    """The days of "the first nine months of 2024": told by the year behind it."""
    following = match.after()
    length_in_months = {"M": number, "Q": 3 * number}.get(code, 0)
    if following is None or following.kind != "OF" or not 1 <= length_in_months <= 12:
        return None
    year = context.reading_at(match.last + 1)
    if year is None or values.unit_of(year.value) != "year":
        return None
    last = match.has("LAST", part="way")
    if not last and match.value("ORD", part="way") != 1:
        return None
    return values.months(int(year.value), 13 - length_in_months if last else 1, length_in_months)


@maker
def past_unit(match: Match, context: Context) -> Made:
    """ "the past decade": that long, up to now."""
    code = match.unit()
    unit = values.UNITS.get(code)
    other = values.moved(context.published, -1, unit) if context.published and unit else None
    days = (other, context.published) if other and context.published else None
    return Reading("DURATION", length(1, code), days=days)


@maker
def vague_span(match: Match, context: Context) -> Made:
    """ "recent years" is past without more, "coming months" future; "recent weeks" and "recent months" are spans."""
    alone = match.last - match.parts["unit"][1] == 0
    if match.has("RECENT", part="way") and match.unit() in ("W", "M") and alone:
        return Reading("DURATION", length("X", match.unit()))
    return Reading("DATE", "FUTURE_REF" if match.has("COMING", "FUTURE", part="way") else "PAST_REF")


@maker
def unit_long(match: Match, context: Context) -> Made:
    """ "day-long", "decades-long"."""
    return Reading("DURATION", length(1 if match.has("UNIT", part="unit") else "X", match.unit()))


@maker
def bare_units(match: Match, context: Context) -> Made:
    """ "for years"."""
    code = match.unit()
    return Reading("DURATION", length("X", code))


@maker
def every(match: Match, context: Context) -> Made:
    """ "every quarter", "every two weeks", "every other day"."""
    code = match.unit()
    if code == "WE":
        return Reading("SET", "XXXX-WXX-WE")
    number = match.value("DAY", "INT", "NUMBER", "ORD", "SECOND", part="count")
    if match.has("SECONDARY", part="count"):
        number = 2
    return Reading("SET", f"P{number or 1}Q" if code == "Q" else length(number or 1, code))


@maker
def month_set(match: Match, context: Context) -> Made:
    """ "every July", "each spring"."""
    month = match.value(*MONTHS)
    return Reading("SET", f"XXXX-{month:02}" if month else f"XXXX-{match.value('SEASON', 'FALL')}")


@maker
def weekday_sets(match: Match, context: Context) -> Made:
    """ "Monday and Tuesday nights"."""
    part = match.value("PARTS")
    first, last = (f"XXXX-WXX-{match.value('WEEKDAY', part=name)}T{part}" for name in ("first", "last"))
    return (
        Reading("SET", first, last=match.parts["first"][1]),
        Reading("SET", last, first=match.parts["last"][0]),
    )


@maker
def weekday_set(match: Match, context: Context) -> Made:
    """ "every Monday", "Sundays", "Tuesday nights"."""
    number = match.value("WEEKDAY", "WEEKDAYS")
    part = match.value("PART", "PARTS")
    return Reading("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


@maker
def repeated(match: Match, context: Context) -> Made:
    """ "daily", "annual"; an annual amount is one over a year and no set."""
    if any(token is not None and token.kind == "AMOUNT" for token in (match.before(), match.after(), match.after(2))):
        return None
    return Reading("SET", match.value("REPEATED"))


@maker
def on_year(match: Match, context: Context) -> Made:
    """ "year-on-year": on the same period a year before."""
    return Reading("SET", match.value("ONYEAR"))


@maker
def the_past(match: Match, context: Context) -> Made:
    """ "in the past", with no noun behind it."""
    end = context.tokens[match.last - 1].end
    return None if _NOUN_OF_PAST.match(context.text, end) else Reading("DATE", "PAST_REF")


@maker
def reference(match: Match, context: Context) -> Made:
    """ "now", "recently", "soon"; not "as soon as" or "soon after"."""
    start, end = context.tokens[match.first].start, context.tokens[match.last - 1].end
    if match.value("REF") == "FUTURE_REF" and match.last - match.first == 1:
        before, after = context.text[max(0, start - 8) : start].lower(), context.text[end : end + 8].lower()
        if before.endswith(("as ", "how ", "too ")) or after.startswith((" as", " after")):
            return None
    return Reading("DATE", match.value("REF") or "PRESENT_REF")
