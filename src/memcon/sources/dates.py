"""The day that a date in a table, feed or page's metadata names."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from memcon.errors import Error

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:$|[T\s])")
# Orders of day and month that can be told apart; 03/04/2021 cannot, so it is not among them.
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d")


def day(value: str | date) -> str:
    """The ISO 8601 day of `value`: a date, ISO 8601 date or date-time, RFC 822 date-time (as feeds have it), or a day
    with its month in English words. A date-time gives the day in its own time zone. Raises `memcon.Error`."""
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    text = " ".join(value.split())
    iso = _ISO.match(text)
    if iso:
        return _checked("-".join(iso.groups()), value)
    for form in _WRITTEN:
        try:
            return datetime.strptime(text, form).strftime("%Y-%m-%d")
        except ValueError:
            continue  # another form may fit
    try:
        return parsedate_to_datetime(text).strftime("%Y-%m-%d")
    except ValueError as error:
        raise _not_a_date(value) from error


def _checked(iso: str, value: str) -> str:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError as error:
        raise _not_a_date(value) from error


def _not_a_date(value: str) -> Error:
    return Error(f"{value!r} is not a date; write it as 2025-01-31")
