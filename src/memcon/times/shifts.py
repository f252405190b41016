"""Makers of dates told from another day: that of publication ("last week", "two years ago") or one told before
("a day later", "the same month")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from memcon.times import values
from memcon.times.grammar import Match
from memcon.times.making import MONTHS, UNKNOWN, Context, Made, Reading, maker

_FOUR = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "H": "half", "Y": "year", "DE": "decade",
         "CE": "century", "WE": "weekend"}  # fmt: skip
_PERIODS = ("quarter", "half", "month", "year")
_COMPARED = ("quarter", "half", "month")
"""What "a year earlier" compares with; "a year ago" only with the first two."""
_HALF_A_QUARTER = timedelta(45)
_ENDED = re.compile(r",?\s+ended\b")
_FISCAL = re.compile(r"\bfiscal\b", re.IGNORECASE)
_REACH = 1000
"""Characters within which a period is compared with."""
_RECENT = 600
"""Characters within which a period spoken of before is still the one meant."""
_MONTHS_LONG = re.compile(r"P\d+M\Z")
"""A span of months, such as results of nine months are told of."""
_OF_YEAR = 20
"""Characters within which a span of months is followed by its year ("of last year")."""


@maker
def weekday(match: Match, context: Context) -> Made:
    """ "on Wednesday": the next one where the verb looks ahead, else the last one, today counting."""
    number = match.value("WEEKDAY")
    return Reading("DATE", weekday_value(context, match, number))


def weekday_value(context: Context, match: Match, number: int) -> str:
    """The value of a weekday alone."""
    now = context.published
    if now is None:
        return f"XXXX-WXX-{number}"
    if context.direction(match) == "future":
        return (now + timedelta((number - now.isoweekday()) % 7)).isoformat()
    return (now - timedelta((now.isoweekday() - number) % 7)).isoformat()


@maker
def shifted_weekday(match: Match, context: Context) -> Made:
    """ "last Friday", "next Monday", "this Sunday", "the previous Friday"."""
    number = match.value("WEEKDAY")
    now = context.published
    if match.has("FOLLOWING", "PREVIOUS", "SAME", "THAT", part="shift") or (match.has("THE") and match.has("NEXT")):
        spoken = context.spoken(["day"], match)
        days = values.span(spoken) if spoken else None
        now = days[0] if days else now
    if now is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    ahead = (number - now.isoweekday()) % 7
    if match.has("NEXT", "COMING", "FOLLOWING", part="shift"):
        return Reading("DATE", (now + timedelta(ahead or 7)).isoformat())
    if match.has("LAST", "PAST", "PREVIOUS", part="shift"):
        return Reading("DATE", (now - timedelta((7 - ahead) if ahead else 7)).isoformat())
    if match.has("THAT", "SAME", part="shift") or context.direction(match) == "past":
        return Reading("DATE", (now - timedelta((7 - ahead) % 7)).isoformat())
    return Reading("DATE", (now + timedelta(ahead)).isoformat())


@maker
def weekday_of_week(match: Match, context: Context) -> Made:
    """ "Friday of last week"."""
    if match.unit() != "W":
        return None
    number, now = match.value("WEEKDAY"), context.published
    if now is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    weeks = 1 if match.has("NEXT", part="shift") else 0 if match.has("THIS", part="shift") else -1
    return Reading("DATE", (now + timedelta(7 * weeks + number - now.isoweekday())).isoformat())


@maker
def deictic(match: Match, context: Context) -> Made:
    """ "today", "yesterday", "tomorrow"."""
    if context.titled(match):
        return None
    return Reading("DATE", context.from_now(match.value("DEICTIC"), "day"))


@maker
def shifted_month(match: Match, context: Context) -> Made:
    """ "last March": the one before this month, and not that of a month ago, which is "last month"."""
    number, now = match.value(*MONTHS), context.published
    if now is None:
        return Reading("DATE", f"XXXX-{number:02}")
    if match.has("THIS", part="shift") and not match.has("PAST", "COMING", part="shift"):
        return Reading("DATE", f"{now.year:04}-{number:02}")
    if match.has("THAT", part="shift"):
        spoken = context.spoken(values.FINENESS[:8], match)
        return Reading("DATE", f"{spoken[:4] if spoken else now.year:04}-{number:02}")
    if match.has("NEXT", "COMING", "FOLLOWING", part="shift"):
        return Reading("DATE", f"{now.year + (number <= now.month):04}-{number:02}")
    return Reading("DATE", f"{now.year - (number >= now.month):04}-{number:02}")


@maker
def shifted_unit(match: Match, context: Context) -> Made:
    """ "last week", "this year", "the following day", "that month", "the latest quarter"."""
    unit = _FOUR.get("Q" if match.has("PERIOD", part="unit") else match.unit())
    if unit is None or (match.has("PERIOD", part="unit") and not match.has("LATEST")) or context.titled(match):
        return None
    if match.has("PAST", part="shift") and not match.has("THIS", part="shift"):
        return None

    def has(*kinds: str) -> bool:
        return match.has(*kinds, part="shift")

    if has("THIS", "CURRENT") and not has("PAST", "COMING"):
        return Reading("DATE", context.now(unit))
    if has("THAT", "SAME"):
        spoken = _last_spoken(context, match, unit)
        return Reading("DATE", spoken) if spoken else None
    if has("FOLLOWING", "PREVIOUS") or (has("NEXT") and has("THE") and unit in ("day", "month", "year")):
        count = -1 if has("PREVIOUS") else 1
        spoken = _last_spoken(context, match, unit)
        if spoken:
            value = values.shifted(spoken, count, unit)
            return Reading("DATE", value) if value else None
        return Reading("DATE", context.from_now(count, unit))
    if has("LATEST") and unit == "quarter":
        return Reading("DATE", _latest_quarter(match, context))
    if has("LAST", "PAST", "LATEST"):
        return Reading("DATE", context.from_now(-1, unit)) if unit != "day" else None
    if has("NEXT", "COMING"):
        return Reading("DATE", context.from_now(1, unit))
    return None


def _latest_quarter(match: Match, context: Context) -> str:
    """The quarter told last, unless it was still to end; else the one before the day of publication."""
    spoken = context.spoken(["quarter"], match)
    return spoken if spoken and _has_ended(context, spoken) else context.from_now(-1, "quarter")


def _has_ended(context: Context, period: str) -> bool:
    """Whether a period told before lies behind, by its days or as the text says of a fiscal one ("ended Aug. 26")."""
    days = values.span(period)
    if days is None or context.published is None or days[1] < context.published:
        return True
    return any(_ENDED.match(context.text, at) for at, value in context.read if value == period)


def _last_spoken(context: Context, match: Match, unit: str) -> str | None:
    """The last time told that is as fine as `unit`, at that unit."""
    fine = values.FINENESS[: values.FINENESS.index(unit) + 1]
    spoken = context.spoken(fine, match)
    days = values.span(spoken) if spoken else None
    return values.at(days[0], unit) if days else None


@maker
def spoken_of(match: Match, context: Context) -> Made:
    """ "the quarter", "the fiscal year": the last one told, else the one before the day of publication."""
    after = match.after()
    if match.has("FISCAL", part="fiscal") and match.value("UNIT") == "Y" and after and after.kind == "ENDED":
        return Reading("DURATION", "P1Y")
    if match.has("FISCAL", part="fiscal"):
        return Reading("DATE", context.now("year"), dated=False) if match.value("UNIT") == "Y" else None
    following = match.after()
    if following and following.kind in ("OF", "HYPHEN"):
        return None
    if following and following.kind == "ENDED" and (ended := context.reading_at(match.last + 1)):
        days = values.span(ended.value)
        if days and not _fiscal_quarter(match, context):
            return Reading("DATE", values.at(days[1] - _HALF_A_QUARTER, "quarter"))
    return Reading("DATE", context.spoken(["quarter"], match) or context.from_now(-1, "quarter"))


def _fiscal_quarter(match: Match, context: Context) -> bool:
    """Whether the quarter told last goes by its number in a fiscal year, which no day tells."""
    start = context.tokens[match.first].start
    for at, value in reversed(context.read):
        if values.unit_of(value) == "quarter" and start - at <= _REACH:
            return _FISCAL.search(context.text, max(0, at - 24), at) is not None
    return False


@maker
def the_unit(match: Match, context: Context) -> Made:
    """ "for the year", "of the month", "the full year": the one of the day of publication; "the week": the one told
    before; "the year ended" a span of a year."""
    unit = {"Y": "year", "M": "month", "W": "week"}.get(match.unit())
    following = match.after()
    if unit is None or (unit != "year" and not match.has("WHOLE") and _goes_on(match, context)):
        return None
    if following and following.kind in ("ENDED", "TO", "BEFORE", "AFTER", "EARLIER") and unit == "year":
        return Reading("DURATION", "P1Y")
    if unit == "week":
        return Reading("DATE", _last_spoken(context, match, unit) or context.now(unit))
    return Reading("DATE", context.now(unit))


@maker
def in_the_day(match: Match, context: Context) -> Made:
    """ "later in the day": of the day told last, else that of publication."""
    if match.unit() != "D":
        return None
    spoken = context.spoken(["day"], match, _RECENT)
    return Reading("DATE", spoken[:10] if spoken else context.now("day"))


@maker
def week_of(match: Match, context: Context) -> Made:
    """ "the week of 6 March"."""
    day = context.inner(match, "date")
    days = values.span(day.value) if day else None
    if match.unit() != "W" or days is None:
        return None
    return Reading("DATE", values.at(days[0], "week"))


@maker
def then(match: Match, context: Context) -> Made:
    """ "since then", "by then": the last time told."""
    spoken = context.spoken(values.FINENESS, match, _RECENT)
    return Reading("DATE", spoken) if spoken else None


@maker
def corresponding(match: Match, context: Context) -> Made:
    """ "the corresponding period of 2023", "the 1988 quarter": the period told before, in the year before or after.

    A month told of another year ("the summit of April 2025") is not the period that a figure of 2023 is compared in.
    """
    year = context.year(match)
    spoken = _period_before(context, match)
    if match.has("YEARAGO", part="year"):
        return year_ago(match, context)
    if year is None:
        return None
    if spoken and spoken[:4].isdigit() and year.isdigit() and abs(int(spoken[:4]) - int(year)) > 1:
        spoken = None
    return Reading("DATE", year + (spoken[4:] if spoken else ""), told=False)


@maker
def year_ago(match: Match, context: Context) -> Made:
    """ "the year-ago quarter": the period told before, a year back."""
    spoken = _period_before(context, match)
    if (
        spoken and values.unit_of(spoken) != "year" and not _has_ended(context, spoken)
    ):  # a forecast, and no result to compare
        told = [value for _, value in context.read if values.unit_of(value) in _COMPARED]
        spoken = next((value for value in reversed(told) if _has_ended(context, value)), None)
    ordinal = match.value("ORD", "SECOND")
    if ordinal and match.has("QUARTER", part="unit"):
        return Reading("DATE", f"{context.from_now(-1, 'year')}-Q{ordinal}", told=False)
    if not spoken and match.has("QUARTER", part="unit"):
        spoken = context.from_now(-1, "quarter")
    value = (values.shifted(spoken, -1, "year") or spoken) if spoken else context.from_now(-1, "year")
    return Reading("DATE", value, told=False)


def _period_before(context: Context, match: Match, units: Sequence[str] = _COMPARED) -> str | None:
    """The period told last, which a figure of another year is compared with: the year of a span of months, as of "the
    first nine months", which has no place of its own in a year."""
    spoken = context.spoken(units, match, _REACH)
    start = context.tokens[match.first].start
    following: tuple[int, str] | None = None
    for at, value in reversed(context.read):
        if start - at > _REACH or value == spoken:
            break
        if _MONTHS_LONG.match(value):
            return following[1] if following and following[0] - at <= _OF_YEAR else context.now("year")
        following = (at, value) if values.unit_of(value) == "year" else None
    return spoken


@maker
def weekend(match: Match, context: Context) -> Made:
    """ "the weekend", "last weekend": that of the week past on a Monday or Tuesday, unless the verb looks ahead."""
    now = context.published
    if now is None:
        return Reading("DATE", UNKNOWN["weekend"])
    if match.has("LAST", "PREVIOUS", part="shift") or match.has("PAST", part="shift"):
        weeks = -1
    elif match.has("NEXT", part="shift"):
        weeks = 1
    else:
        way = context.direction(match)
        gone = now.isoweekday() <= (2 if match.has("THIS", part="shift") else 5)
        weeks = -1 if way != "future" and gone and not match.has("COMING") else 0
    return Reading("DATE", context.from_now(weeks, "weekend"))


def amount(match: Match) -> float | str | None:
    """The number of a match's `count`: X for a few, 1 for "a"."""
    number = match.value("DAY", "INT", "NUMBER", "YEAR", "DECIMAL", "QUANT", "COUPLE", part="count")
    return number if number is not None else (1 if match.has("A", "THE", part="count") else None)


def scaled(number: float, unit: str) -> tuple[float, str]:
    """An amount in a unit of the calendar: fortnights in weeks, decades and centuries in years stay."""
    return (number * 2, "W") if unit == "FN" else (number, unit)


@maker
def ago(match: Match, context: Context) -> Made:
    """ "two years ago": a date as coarse as the unit; "a few years ago" is past without more."""
    number: Any = amount(match)
    code = match.unit()
    if number in (None, "X"):
        return Reading("DATE", "PAST_REF")
    number, code = scaled(number, code)
    unit = _FOUR.get(code)
    if unit is None:
        return Reading("TIME", "PAST_REF")
    if unit == "year" and number == 1 and not match.has("OR_SO"):
        spoken = _period_before(context, match, _COMPARED[:2])
        if spoken:
            return Reading("DATE", values.shifted(spoken, -1, "year") or spoken, told=False)
    mod = "APPROX" if match.has("OR_SO") else None
    if isinstance(number, float) and not number.is_integer():
        unit, number = ("month", number * 12) if unit == "year" else (unit, number)
    if unit == "decade":
        unit, number = "year", number * 10
    compared = unit == "year" and number == 1
    return Reading("DATE", context.from_now(-int(number), unit), mod, told=not compared)


@maker
def from_now(match: Match, context: Context) -> Made:
    """ "three months from now"."""
    number: Any = amount(match)
    number, code = scaled(number if number not in (None, "X") else 0, match.unit())
    unit = _FOUR.get(code)
    if unit is None or not number:
        return Reading("DATE", "FUTURE_REF")
    return Reading("DATE", context.from_now(int(number), unit))


@maker
def later(match: Match, context: Context) -> Made:
    """ "a day later", "a year earlier", "two weeks before": from the last time told."""
    number: Any = amount(match)
    back = match.has("EARLIER", "BEFORE", part="way")
    if match.has("BEFORE", "AFTER", part="way") and _goes_on(match, context):
        return None
    unit_code = match.unit()
    if number in (None, "X"):
        return Reading("DURATION", f"P{'T' if unit_code[0] == 'T' else ''}X{unit_code[-1]}")
    number, code = scaled(number, unit_code)
    unit = _FOUR.get(code)
    if unit is None:
        return Reading("DURATION", f"PT{number:g}{code[-1]}")
    if unit == "decade":
        unit, number = "year", number * 10
    spoken = _period_before(context, match) if unit == "year" and number == 1 else None
    spoken = spoken or context.spoken(values.FINENESS, match)
    own = values.unit_of(spoken) if spoken else None
    if spoken is None or own is None:
        return Reading("DATE", context.from_now(-int(number) if back else int(number), unit))
    count = -int(number) if back else int(number)
    if unit == "year" and own in _PERIODS:
        value = values.shifted(spoken, count, "year")
        return Reading("DATE", value, told=False) if value else None
    days = values.span(spoken)
    day = values.moved(days[0], count, unit) if days else None
    return Reading("DATE", values.at(day, unit)) if day else None


def _goes_on(match: Match, context: Context) -> bool:
    """Whether what is before or after is told next ("a day before the vote")."""
    end = context.tokens[match.last - 1].end
    return context.text[end : end + 2].lstrip()[:1].isalnum()


@maker
def earlier_in(match: Match, context: Context) -> Made:
    """ "earlier this year", "late last month", "early yesterday"."""
    whole = context.inner(match, "date")
    if whole is None:
        return None
    mod = "START" if match.has("EARLY", "EARLIER", part="way") else "END"
    return Reading(whole.type, whole.value, mod, days=whole.days)
