"""Makers of periods that name their place on the calendar: quarters, halves, seasons, years, decades; and feasts."""

from __future__ import annotations

import re
from datetime import date

from memcon.times import feasts, values
from memcon.times.grammar import Match
from memcon.times.making import MONTHS, Context, Made, Reading, full_year, maker

_COUNTED = re.compile(r"\s*[a-z]+s\b|\s*(?:people|men|women|children|percent|per cent|troops)\b")
_LEADS = frozenset("HYPHEN BEFORE AFTER IN SINCE BY FROM TO DURING BETWEEN THE MONTH OF EARLY LATE MID POSS".split())
_MANY = re.compile(
    r"(?:\b(?:about|some|nearly|almost|than|least|approximately|roughly|around|another|over|up to|No\.|number|page|"
    r"[Rr]esolutions?|[Dd]ecree|[Rr]ule|[Aa]rticle|[Ff]light|[Rr]oute|[Rr]oom|[Ss]ection|[Cc]hapter|Proclamation)"
    r"|[$€£¥#.])\s*\Z"
)


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


@maker
def quarter_by_months(match: Match, context: Context) -> Made:
    """ "the April-June quarter", where its months are those of a quarter of the year."""
    first, last = match.value(*MONTHS, part="first"), match.value(*MONTHS, part="last")
    year = context.year(match)
    if first % 3 != 1 or last != first + 2 or ("year" in match.parts and year is None):
        return None
    number = last // 3
    return Reading("DATE", f"{year or year_of_part(context, match, number, 3)}-Q{number}")


def year_of_part(context: Context, match: Match, number: int, months: int) -> str:
    """The year of the quarter or half that is the `number`th: the tense tells, else the last begun."""
    now = context.published
    if now is None:
        return "XXXX"
    current = (now.month - 1) // months + 1
    way = context.direction(match, led=False)
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
    """ "year-end" is its last day, "the year's end" the end of the year."""
    before = match.before()
    year = context.from_now(-1 if before is not None and before.kind == "SINCE" else 0, "year")
    start, end = context.tokens[match.first].start, context.tokens[match.last - 1].end
    if "-" not in context.text[start:end]:
        return Reading("DATE", year, "END")
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
