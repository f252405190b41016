"""Makers of dates that name their place on the calendar: days, months, quarters, seasons, years, feasts."""

from __future__ import annotations

import re
from datetime import date

from memcon.times import feasts, values
from memcon.times.grammar import Match
from memcon.times.making import MONTHS, Context, Made, Reading, full_year, maker

_COUNTED = re.compile(r"\s*[a-z]+s\b|\s*(?:people|men|women|children|percent|per cent|troops)\b")
_LEADS = frozenset("HYPHEN BEFORE AFTER IN SINCE BY FROM TO DURING BETWEEN THE MONTH OF EARLY LATE MID POSS".split())
_SURE = 120
"""Days within which the nearest day of that name is meant, whatever the tense."""
_LOOSE = frozenset("TO OF AND FROM BY OR BETWEEN FOR AFTER BEFORE OVER DASH".split())
_PERSON = re.compile(
    r"\b(?!In |On |By |Since |Until |From |Last |Next |This |Late |Early )[A-Z][a-z]+\.? (?:May|March)\b(?! [0-9])"
)
"""A person of that name, who may be told of by it alone."""
_MANY = re.compile(
    r"(?:\b(?:about|some|nearly|almost|than|least|approximately|roughly|around|another|over|up to|No\.|number|page|"
    r"[Rr]esolutions?|[Dd]ecree|[Rr]ule|[Aa]rticle|[Ff]light|[Rr]oute|[Rr]oom|[Ss]ection|[Cc]hapter|Proclamation)"
    r"|[$€£¥#.])\s*\Z"
)


@maker
def calendar_day(match: Match, context: Context) -> Made:
    """ "15 May", "Friday, May 15, 2024": without a year, the one that tense tells, else the nearest."""
    month, day = match.value(*MONTHS), match.value("DAY", "ORD", "SECOND")
    year = match.value("YEAR")
    value = day_value(context, match, month, day, year)
    return Reading("DATE", value) if value else None


def day_value(context: Context, match: Match, month: int, day: int, year: int | None) -> str | None:
    """The value of a month and day."""
    if day > 31 or not values.valid(year or 2024, month, day):
        return None
    if year is None:
        year = year_of(context, match, month, day)
    return f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"


def year_of(context: Context, match: Match, month: int, day: int) -> int | None:
    """The year of a day without one: on the side that tense tells if within ten months, else the nearest such day."""
    now = context.published
    if now is None:
        return None
    choices = [(abs((date(y, month, min(day, 28)) - now).days), y) for y in (now.year - 1, now.year, now.year + 1)]
    nearest = min(choices)[1]
    way = context.direction(match)
    ahead = [y for _, y in choices if date(y, month, min(day, 28)) >= now]
    behind = [y for _, y in choices if date(y, month, min(day, 28)) <= now]
    if way == "future" and nearest not in ahead and min(choices)[0] > _SURE:
        return min(ahead)
    if way == "past" and nearest not in behind and min(choices)[0] > _SURE:
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
    if match.has("MONTHISH") and before is not None and before.kind in _LOOSE and _PERSON.search(context.text):
        return None
    return Reading("DATE", month_value(context, match, number))


def month_value(context: Context, match: Match, number: int) -> str:
    """The value of a month without a year."""
    now = context.published
    if now is None:
        return f"XXXX-{number:02}"
    way = context.direction(match)
    ahead = now.year + (number < now.month)
    behind = now.year - (number > now.month)
    months_ahead = (number - now.month) % 12
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


@maker
def quarter(match: Match, context: Context) -> Made:
    """ "the third quarter of 2024", "Q3": without a year the one that tense tells."""
    short = match.value("QSHORT")
    number = match.value("ORD", "SECOND") if short is None else int(re.sub(r"[Qq]|.[0-9]{2,4}\Z", "", short)[:1])
    if not number or not 1 <= number <= 4:
        return None
    year = context.year(match)
    if "year" in match.parts and year is None:
        return None
    if year is None and short is not None and re.search(r"[0-9]{2}\Z", short[2:]):
        year = str(full_year(int(short[-2:]), context.published))
    return Reading("DATE", f"{year or year_of_part(context, match, number, 3)}-Q{number}")


def year_of_part(context: Context, match: Match, number: int, months: int) -> str:
    """The year of the quarter or half that is the `number`th: the tense tells, else the last begun."""
    now = context.published
    if now is None:
        return "XXXX"
    current = (now.month - 1) // months + 1
    way = context.direction(match)
    if number == current:
        return f"{now.year:04}"
    if number > current:
        return f"{now.year - (way == 'past' or (way is None and number - current > 1)):04}"
    return f"{now.year + (way == 'future' and current - number >= 12 // months - 1):04}"


@maker
def half(match: Match, context: Context) -> Made:
    """ "the first half of 2024", "H1"."""
    short = match.value("HSHORT")
    number = 2 if match.has("LAST", part="which") else match.value("ORD", "SECOND")
    if short is not None:
        number = int(re.sub(r"[^12]", "", short)[:1])
    if number not in (1, 2):
        return None
    year = context.year(match)
    if "year" in match.parts and year is None:
        return None
    return Reading("DATE", f"{year or year_of_part(context, match, number, 6)}-H{number}")


@maker
def half_of_decade(match: Match, context: Context) -> Made:
    """ "the last half of the 1980s"."""
    decade_read = context.inner(match, "date")
    if decade_read is None:
        return None
    first = match.value("ORD", "SECOND", part="which") == 1
    return Reading("DATE", decade_read.value, "START" if first else "END")


@maker
def season(match: Match, context: Context) -> Made:
    """ "last spring", "the summer of 2024", "in winter"."""
    code = match.value("SEASON", "FALL")
    if "year" in match.parts:
        year = context.year(match)
        return Reading("DATE", f"{year}-{code}") if year else None
    now = context.published
    if now is None:
        return Reading("DATE", f"XXXX-{code}")
    starts = values.SEASONS[code]
    begun = now.year - (starts > now.month)
    if match.has("THIS", part="shift") and not match.has("PAST", "COMING", part="shift"):
        year_number = now.year
    elif match.has("NEXT", "COMING", part="shift"):
        year_number = now.year + (starts <= now.month)
    elif match.has("LAST", "PAST", "PREVIOUS", part="shift"):
        current = values.at(now, "season")
        year_number = begun - (current == f"{begun:04}-{code}")
    else:
        year_number = begun + (context.direction(match) == "future" and values.at(now, "season")[5:] != code)
    return Reading("DATE", f"{year_number:04}-{code}")


@maker
def year(match: Match, context: Context) -> Made:
    """ "2024", unless it counts something."""
    short = match.value("APOSYEAR")
    if short is not None:
        return Reading("DATE", str(full_year(int(short[1:]), context.published)))
    number = match.value("YEAR", "YEARWORD")
    start, end = context.tokens[match.first].start, context.tokens[match.last - 1].end
    before, after = match.before(), context.text[end : end + 20]
    led = before is not None and before.kind in _LEADS
    if before is not None and before.kind == "HYPHEN":
        led = (joined := match.before(2)) is not None and joined.kind in ("OTHER", "MID", "EARLY", "LATE")
        if not led:
            return None
    if _MANY.search(context.text[max(0, start - 16) : start]) and not led:
        return None
    if not 1900 <= number <= 2099 and not (led and 1000 <= number <= 2199 and not _COUNTED.match(after)):
        return None
    if _COUNTED.match(after) and not led:
        return None
    if after[:1] in ("-", "‑") and after[1:2].isalpha() and not led:
        return None
    return Reading("DATE", f"{number:04}")


@maker
def the_year_number(match: Match, context: Context) -> Made:
    """ "the year 2000"."""
    number = match.value("YEAR", "YEARWORD", "INT", "NUMBER")
    if match.value("UNIT", part="unit") != "Y" or not 100 <= number <= 9999:
        return None
    return Reading("DATE", f"{number:04}")


@maker
def year_range(match: Match, context: Context) -> Made:
    """ "2021-27", "1939-1945": two years."""
    first, last_token = match.value("YEAR"), match.token("YEAR", "DAY", "INT", part="last")
    assert last_token is not None
    last = last_token.value
    if last_token.kind != "YEAR":
        if last_token.end - last_token.start != 2:
            return None
        last += first // 100 * 100
    if not first < last <= first + 100 or not 1000 <= first <= 2099:
        return None
    return (
        Reading("DATE", f"{first:04}", last=match.parts["first"][1]),
        Reading("DATE", f"{last:04}", first=match.parts["last"][0]),
    )


@maker
def fiscal_year(match: Match, context: Context) -> Made:
    """ "fiscal 2025", "FY2025": the year's number; which days it spans depends on whose it is."""
    short = match.value("FYSHORT")
    if short is not None:
        figures = re.sub(r"\D", "", short)
        number = figures if len(figures) == 4 else str(full_year(int(figures), context.published))
        return Reading("DATE", number, dated=False)
    return Reading("DATE", f"{match.value('YEAR'):04}", dated=False)


@maker
def decade(match: Match, context: Context) -> Made:
    """ "the 1990s", "the '80s", "the nineties"."""
    short = match.value("DECADE")
    if short is not None:
        figures = re.sub(r"\D", "", short)
        tens = int(figures) // 10
        if len(figures) == 4:
            return Reading("DATE", f"{tens:03}")
        if not match.has("THE") and short[0] not in "'’":
            return None
    else:
        tens = match.value("DECADEWORD") // 10
        century_word = match.value("NUMBER")
        if century_word is not None:
            return Reading("DATE", f"{century_word * 10 + tens:03}") if 10 <= century_word <= 20 else None
    now = context.published.year if context.published else 2030
    this = now // 100 * 10 + tens
    return Reading("DATE", f"{this if this * 10 <= now else this - 10:03}")


@maker
def century(match: Match, context: Context) -> Made:
    """ "the 19th century": TIMEX3 writes 18."""
    number = match.value("ORD", "SECOND")
    if match.value("UNIT", part="unit") != "CE" or not 1 <= number <= 99:
        return None
    return Reading("DATE", f"{number - 1:02}")


@maker
def year_end(match: Match, context: Context) -> Made:
    """ "year-end"."""
    before = match.before()
    year = context.from_now(-1 if before is not None and before.kind == "SINCE" else 0, "year")
    return Reading("DATE", f"{year}-12-31")


@maker
def edge(match: Match, context: Context) -> Made:
    """ "the end of the year", "the beginning of October"."""
    whole = context.inner(match, "date")
    if whole is None:
        return None
    first, last = match.parts["part"]
    kinds = {t.kind for t in match.tokens[first:last]}
    mod = "END" if "END" in kinds else "START" if "START" in kinds else "MID"
    return Reading("DATE", whole.value, mod, days=whole.days)


@maker
def feast(match: Match, context: Context) -> Made:
    """ "Easter Monday", "this Ramadan", "Christmas 2023": without a year as a day of a month is."""
    key = match.value("FEAST")
    number = match.value("YEAR", part="year")
    now = context.published
    if number is None and now is None:
        return Reading("DATE", "XXXX-XX-XX")
    if number is None and now is not None:
        number = _feast_year(match, context, key, now)
    days = feasts.days(key, number) if number else None
    if days is None:
        return Reading("DATE", f"{number:04}" if number else "XXXX-XX-XX")
    if days[0] != days[1]:
        return Reading("DATE", f"{days[0].isoformat()}/{days[1].isoformat()}", days=days)
    return Reading("DATE", days[0].isoformat())


def _feast_year(match: Match, context: Context, key: str, now: date) -> int:
    choices = [(abs((days[0] - now).days), y, days[0]) for y in (now.year - 1, now.year, now.year + 1)
               if (days := feasts.days(key, y))]  # fmt: skip
    if not choices:
        return now.year
    ahead = [y for _, y, day in choices if day > now]
    behind = [y for _, y, day in choices if day < now]
    if match.has("LAST", part="shift") and behind:
        return max(behind)
    if match.has("NEXT", part="shift") and ahead:
        return min(ahead)
    if match.has("THIS", part="shift"):
        return now.year
    way = context.direction(match)
    if way == "future" and ahead and min(choices)[0] > 60:
        return min(ahead)
    if way == "past" and behind and min(choices)[0] > 60:
        return max(behind)
    return min(choices)[1]
