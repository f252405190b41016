"""Feasts and holidays with their days: fixed ones from data, movable ones from libraries."""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import Any

from memcon.times.lexing import table


@functools.cache
def _feasts() -> dict[str, Any]:
    return table("feasts.toml")


@functools.cache
def days(feast: str, year: int) -> tuple[date, date] | None:
    """The first and last day of `feast`, a key of `feasts.toml`, or None where its calendar does not reach `year`."""
    entry = _feasts()[feast]
    if "day" in entry:
        day = date(year, *entry["day"])
        return day, day
    if "after" in entry:
        month, weekday, plus = entry["after"]
        return _weekday_after(month, weekday, plus, year)
    if "hijri" in entry:
        return _islamic(entry["hijri"], year)
    found = _from_list(entry["list"], year) if "list" in entry else _from_easter(entry, year)
    return (found, found) if found else None


def _weekday_after(month: int, weekday: int, plus: int, year: int) -> tuple[date, date]:
    """The first such weekday of a month, and so many days on."""
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.isoweekday()) % 7 + plus)
    return day, day


def _from_easter(entry: dict[str, Any], year: int) -> date | None:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    if not 1583 <= year <= 4099:
        return None
    way = "orthodox" if "orthodox" in entry else "easter"
    sunday: date = easter(year, EASTER_ORTHODOX if way == "orthodox" else EASTER_WESTERN)
    return sunday + timedelta(entry[way])


def _islamic(wanted: list[int], year: int) -> tuple[date, date] | None:
    """The first such day in a year of ours; an Islamic year is eleven days shorter, so that a year may have two."""
    from hijridate import Gregorian, Hijri

    try:
        first = Gregorian(year, 1, 1).to_hijri().year
        for islamic in (first, first + 1):
            begin = Hijri(islamic, *(wanted if len(wanted) == 2 else [wanted[0], 1]))
            day = begin.to_gregorian()
            if day.year == year:
                last = begin.month_length() - 1 if len(wanted) == 1 else 0
                return date(day.year, day.month, day.day), date(day.year, day.month, day.day) + timedelta(last)
    except (OverflowError, ValueError):  # hijridate covers 1924 to 2077
        return None
    return None


def _from_list(listed: list[str], year: int) -> date | None:
    import holidays  # over 100 ms

    code, name = listed
    country, _, subdivision = code.partition("-")
    days_off = holidays.country_holidays(country, subdivision or None, years=[year], language="en_US", observed=False)
    found: list[date] = days_off.get_named(name, lookup="startswith")
    return min(found, default=None)
