"""Arithmetic on TIMEX3 values: which unit one is of, which days it spans, what lies so many units from it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, as meteorologists have it in the north."""

_FORMS = (
    ("day", re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?\Z")),
    ("weekend", re.compile(r"(\d{4})-W(\d{2})-WE\Z")),
    ("week", re.compile(r"(\d{4})-W(\d{2})\Z")),
    ("month", re.compile(r"(\d{4})-(\d{2})\Z")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])\Z")),
    ("half", re.compile(r"(\d{4})-H([12])\Z")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)\Z")),
    ("year", re.compile(r"(\d{4})\Z")),
    ("decade", re.compile(r"(\d{3})\Z")),
    ("century", re.compile(r"(\d{2})\Z")),
)
UNITS = {"D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "H": "half", "Y": "year",
         "DE": "decade", "CE": "century"}  # fmt: skip
FINENESS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
"""Units from fine to coarse."""


def unit_of(value: str) -> str | None:
    """The unit of a value that stands on the calendar ("day", "week", …), or None."""
    return next((unit for unit, form in _FORMS if form.match(value)), None)


def span(value: str) -> tuple[date, date] | None:
    """The first and last day of a value, or None where it is not on the calendar."""
    for unit, form in _FORMS:
        match = form.match(value)
        if match:
            try:
                return _days(unit, match)
            except ValueError:
                return None
    return None


def _days(unit: str, match: re.Match[str]) -> tuple[date, date]:
    year = int(match[1])
    if unit == "day":
        day = date(year, int(match[2]), int(match[3]))
        return day, day
    if unit in ("week", "weekend"):
        monday = date.fromisocalendar(year, int(match[2]), 1)
        return (monday, monday + timedelta(6)) if unit == "week" else (monday + timedelta(5), monday + timedelta(6))
    if unit == "month":
        return months(year, int(match[2]), 1)
    if unit == "quarter":
        return months(year, 3 * int(match[2]) - 2, 3)
    if unit == "half":
        return months(year, 6 * int(match[2]) - 5, 6)
    if unit == "season":
        return months(year, SEASONS[match[2]], 3)
    if unit == "year":
        return date(year, 1, 1), date(year, 12, 31)
    length = 10 if unit == "decade" else 100
    return date(year * length, 1, 1), date(year * length + length - 1, 12, 31)


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and last day of `count` months from a month on."""
    last_year, last_month = add_months(year, month, count - 1)
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month `count` months from a month."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def at(day: date, unit: str) -> str:
    """The value of the unit that `day` lies in."""
    if unit == "day":
        return day.isoformat()
    if unit in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if unit == "season":
        season = next(s for s, m in reversed(SEASONS.items()) if day.month >= m or s == "SP")
        return f"{day.year - (day.month < 3):04}-{'WI' if day.month < 3 else season}"
    return f"{day.year:04}"[: {"year": 4, "decade": 3, "century": 2}[unit]]


def moved(day: date, count: int, unit: str) -> date | None:
    """The day `count` units from `day`, or None where the calendar ends before."""
    try:
        if unit in ("day", "week", "weekend"):
            return day + timedelta(count * (1 if unit == "day" else 7))
        length = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = add_months(day.year, day.month, count * length)
        return date(year, month, min(day.day, monthrange(year, month)[1])) if MINYEAR <= year <= MAXYEAR else None
    except (OverflowError, ValueError):
        return None


def shifted(value: str, count: int, unit: str) -> str | None:
    """A value of the same unit `count` units of `unit` away: "1998-Q3" a year on is "1999-Q3"."""
    own = unit_of(value)
    days = span(value)
    if own is None or days is None:
        return None
    day = moved(days[0], count, unit)
    return at(day, own) if day else None


def valid(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
