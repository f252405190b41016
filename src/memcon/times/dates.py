"""Makers of days and months that name their place on the calendar, and of ranges of them."""

from __future__ import annotations

import re
from datetime import date

from memcon.times import values
from memcon.times.grammar import Match
from memcon.times.making import MONTHS, Context, Made, Reading, full_year, maker

_SURE = 120
"""Days within which the nearest day of that name is meant, whatever the tense."""
_FORENAMES = frozenset((3, 4, 5, 6, 8))
"""Months that people are named for."""
_SURNAME = re.compile(r" [A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:[’']s)?(?:,? [a-z]|[.,;:?!)])")
_SOON = 5
"""Months within which "by March" and "through March" look ahead."""
_UP_TO = frozenset(("BY", "TO"))
_LOOSE = frozenset("TO OF AND FROM BY OR BETWEEN FOR AFTER BEFORE OVER DASH".split())
_LED_IN = frozenset("IN DURING SINCE LATE EARLY LAST NEXT THIS THE MID EACH HYPHEN DAY ON AT".split())
_BEFORE_MONTHS = _LED_IN | _LOOSE - {"AND", "OR"}
"""What stands before a month and seldom before a name."""
_PERSON = re.compile(
    r"\b(?!In |On |By |Since |Until |From |Last |Next |This |Late |Early )[A-Z][a-z]+\.? (?:May|March)\b(?! [0-9])"
)
"""A person of that name, who may be told of by it alone."""


@maker
def calendar_day(match: Match, context: Context) -> Made:
    """ "15 May", "Friday, May 15, 2024": without a year, the one that tense tells, else the nearest."""
    month, day = match.value(*MONTHS), match.value("DAY", "ORD", "SECOND")
    year = match.value("YEAR")
    value = day_value(context, match, month, day, year)
    return Reading("DATE", value) if value else None


@maker
def day_of_year(match: Match, context: Context) -> Made:
    """ "15 May last year": the day with the year behind it."""
    month, day, year = match.value(*MONTHS), match.value("DAY", "ORD", "SECOND"), context.year(match)
    if match.has("YEAR") or year is None or not year.isdigit():
        return None
    value = day_value(context, match, month, day, int(year))
    return Reading("DATE", value) if value else None


def day_value(context: Context, match: Match, month: int, day: int, year: int | None) -> str | None:
    """The value of a month and day."""
    if day > 31 or not values.valid(year or 2024, month, day):
        return None
    if year is None:
        year = year_of(context, match, month, day)
    return f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"


def year_of(context: Context, match: Match, month: int, day: int) -> int | None:
    """The year of a day without one: of the nearest, or where none is near of the one that the tense points to."""
    now = context.published
    if now is None:
        return None
    reach = 4 if (month, day) == (2, 29) else 1
    years = [y for y in range(now.year - reach, now.year + reach + 1) if values.valid(y, month, day)]
    if not years:  # 29 February near 1900 or 2100
        return None
    choices = [(abs((date(y, month, day) - now).days), y) for y in years]
    nearest = min(choices)[1]
    way = context.direction(match)
    ahead = [y for y in years if date(y, month, day) >= now]
    behind = [y for y in years if date(y, month, day) <= now]
    before = match.before()
    if before is not None and before.kind == "ENDED" and behind and context.outer is None:
        return max(behind)
    if way == "future" and ahead and nearest not in ahead and min(choices)[0] > _SURE:
        return min(ahead)
    if way == "past" and behind and nearest not in behind and min(choices)[0] > _SURE:
        return max(behind)
    return nearest


@maker
def iso_date(match: Match, context: Context) -> Made:
    """ "2024-05-15", with a time of day where one stands there."""
    found = match.value("ISODATE")
    if not values.valid(*map(int, found[:10].split("-"))):
        return None
    return Reading("TIME" if "T" in found else "DATE", found)


@maker
def slash_date(match: Match, context: Context) -> Made:
    """ "5/15/2024", "15.05.2024": with dots the day comes first, with strokes the month, unless it cannot."""
    found = match.value("SLASHDATE")
    first, second, third = map(int, re.split(r"[/.]", found))
    year = third if third > 99 else full_year(third, context.published)
    month, day = (second, first) if "." in found else (first, second)
    if month > 12:
        month, day = day, month
    if not values.valid(year, month, day) or ("." in found and third <= 99):
        return None
    return Reading("DATE", f"{year:04}-{month:02}-{day:02}")


@maker
def day_range(match: Match, context: Context) -> Made:
    """ "12-14 May", "May 12 and 14": two days, the first or last of them with the month in its characters."""
    month, year = match.value(*MONTHS), match.value("YEAR")
    first, last = match.value("DAY", "ORD", "SECOND", part="first"), match.value("DAY", "ORD", "SECOND", part="last")
    begin = day_value(context, match, month, first, year)
    end = day_value(context, match, month, last, year)
    if not begin or not end or first >= last:
        return None
    month_first = match.tokens[match.first].kind in MONTHS
    if month_first:
        cut = match.parts["first"][1]
        return Reading("DATE", begin, last=cut), Reading("DATE", end, first=match.parts["last"][0])
    return Reading("DATE", begin, last=match.parts["first"][1]), Reading("DATE", end, first=match.parts["last"][0])


@maker
def inner_date(match: Match, context: Context) -> Made:
    """An expression about a date that is one itself."""
    return context.inner(match, "date")


@maker
def shifted_day(match: Match, context: Context) -> Made:
    """ "last Oct. 23": on that side of the day of publication."""
    month, day, now = match.value(*MONTHS), match.value("DAY", "ORD", "SECOND"), context.published
    if match.has("YEAR") or now is None or not values.valid(2024, month, day):
        return calendar_day(match, context)
    behind = (month, day) < (now.month, now.day)
    year = now.year - (not behind) if match.has("LAST", part="shift") else now.year + behind
    value = f"{year:04}-{month:02}-{day:02}" if values.valid(year, month, day) else None
    return Reading("DATE", value, first=match.parts["date"][0]) if value else None


@maker
def the_month(match: Match, context: Context) -> Made:
    """ "the March talks", and not "the March for Life"."""
    end = context.tokens[match.last - 1].end
    following = re.match(r"\s([a-z]+)", context.text[end : end + 20])
    if following is None or following[1] in ("for", "on", "of", "to", "against", "in", "and"):
        return None
    return Reading("DATE", month_value(context, match, match.value(*MONTHS)), first=match.parts["month"][0])


@maker
def month(match: Match, context: Context) -> Made:
    """ "in April": the year by tense, else the nearest that begins before the day of publication or shortly after."""
    number, before = match.value(*MONTHS), match.before()
    if _forename(match, context):
        return None
    if match.has("MONTHISH") and before is not None and before.kind in _LOOSE and _PERSON.search(context.text):
        return None
    return Reading("DATE", month_value(context, match, number))


def _forename(match: Match, context: Context) -> bool:
    """Whether the month is the first name of someone ("April Novak said"): a surname follows, and no headline does,
    whose every word has a capital. Behind "by", "to" and the like only the parse can tell."""
    start, end = context.tokens[match.first].start, context.tokens[match.last - 1].end
    following, before = match.after(), match.before()
    if match.value(*MONTHS) not in _FORENAMES or following is None or following.kind != "OTHER":
        return False
    if not _SURNAME.match(context.text, end):
        return False
    if before is None or before.kind not in _BEFORE_MONTHS:
        return True
    tokens = context.analysed.tokens(start, end) if context.analysed and before.kind in _LOOSE else None
    return tokens is not None and tokens.root.dep_ == "compound" and tokens.root.head.i == tokens.root.i + 1


def month_value(context: Context, match: Match, number: int) -> str:
    """The value of a month without a year."""
    now = context.published
    if now is None:
        return f"XXXX-{number:02}"
    way = context.direction(match)
    ahead = now.year + (number < now.month)
    behind = now.year - (number > now.month)
    months_ahead = (number - now.month) % 12
    before = match.before()
    if before is not None and before.kind in _UP_TO and 0 < months_ahead <= _SOON:
        way = "future"
    if months_ahead in (1, 2, 10, 11):  # of a month ten months off one says the year, or "last" or "next"
        way = "future" if months_ahead < 6 else "past"
    if way is None:
        way = "future" if months_ahead <= 4 else "past"
    year = ahead if way == "future" else behind
    return f"{year:04}-{number:02}"


@maker
def month_of_year(match: Match, context: Context) -> Made:
    """ "May 2024", "June last year"."""
    year = context.year(match)
    return Reading("DATE", f"{year}-{match.value('MONTH', 'MONTHISH'):02}") if year else None


@maker
def month_range(match: Match, context: Context) -> Made:
    """ "January-March 2024": two months, the year shared."""
    first, last = match.value(*MONTHS, part="first"), match.value(*MONTHS, part="last")
    year = context.year(match)
    if "year" in match.parts and year is None:
        return None
    end = f"{year}-{last:02}" if year else month_value(context, match, last)
    start = end[:5] + f"{first:02}"
    if first > last and end[:4].isdigit():
        start = f"{int(end[:4]) - 1:04}-{first:02}"
    return Reading("DATE", start, last=match.parts["first"][1]), Reading("DATE", end, first=match.parts["last"][0])
