"""The reference rates of the European Central Bank, daily from 1999, as the package `currencyconverter` ships them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date, timedelta

from currency_converter import CurrencyConverter, RateNotFoundError

from memcon.checks.intervals import Interval

SOURCE = "ECB reference rates"


@functools.cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter()


def known(code: str) -> bool:
    """Whether the ECB publishes, or has published, a rate for this money."""
    return code in _converter().currencies


def rate(base: str, quote: str, day: date) -> float | None:
    """Units of `quote` for one `base` on `day`; None on days without a rate (weekends, or outside the years)."""
    try:
        found: float = _converter().convert(1.0, base, quote, date=day)
    except (RateNotFoundError, ValueError):
        return None
    return found


def rates(base: str, quote: str, first: date, last: date) -> Iterator[tuple[date, float]]:
    """The days from `first` to `last` that have a rate, with it."""
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        found = rate(base, quote, day)
        if found is not None:
            yield day, found


def between(base: str, quote: str, first: date, last: date) -> Interval | None:
    """The lowest and highest rate from `first` to `last`, or None where there is none."""
    found = [value for _, value in rates(base, quote, first, last)]
    return Interval(min(found), max(found)) if found else None


def fitting(base: str, quote: str, wanted: Interval) -> tuple[date, date] | None:
    """The first and last day of the latest stretch on which the rate lay in `wanted`; None where it never did.

    A stretch may be left for up to a month.
    """
    days = [day for day, value in history(base, quote) if wanted.low <= value <= wanted.high]
    if not days:
        return None
    first = last = days[-1]
    for day in reversed(days):
        if (first - day).days > 31:
            break
        first = day
    return first, last


@functools.cache
def history(base: str, quote: str) -> tuple[tuple[date, float], ...]:
    """Every day with a rate between the two."""
    bounds = _converter().bounds
    spans = [bounds[code] for code in (base, quote) if code in bounds]
    first = max(span.first_date for span in spans)
    last = min(span.last_date for span in spans)
    return tuple(rates(base, quote, first, last))


def last_day(base: str, quote: str) -> date:
    """The last day for which both have a rate."""
    days = history(base, quote)
    return days[-1][0] if days else date(1999, 1, 4)
