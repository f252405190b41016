"""Values in the words of the one sentence that each check says."""

from __future__ import annotations

import math
from datetime import date

from memcon.checks.intervals import Interval
from memcon.facts import Figure

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_MONTHS = """January February March April May June July August September October November December""".split()


def quoted(figure: Figure) -> str:
    """The figure as it stands in the text, on one line."""
    return " ".join(figure.span.text.split())


def amount(value: float, unit: str | None) -> str:
    """A value with its unit, to three digits: "$41.3bn", "1,250 soldiers", "18 %"."""
    if unit == "percent":
        return f"{number(value)} %"
    code = (unit or "").partition(" per ")[0]
    if len(code) == 3 and code.isupper():
        sign = _SIGNS.get(code, f"{code} ")
        return f"{'-' if value < 0 else ''}{sign}{number(abs(value))}"
    return number(value)


def number(value: float) -> str:
    """Three digits, with bn and the like from a million on; counts below that in full."""
    if not math.isfinite(value):
        return "any number"
    for size, name in _SCALES:
        if abs(value) >= size:
            return f"{_three(value / size)}{name}"
    return f"{value:,.0f}" if abs(value) >= 1000 else _three(value)


def _three(value: float) -> str:
    digits = f"{value:.3g}"
    return digits if "e" not in digits else f"{value:,.0f}"


def spread(values: Interval, unit: str | None) -> str:
    """ "between 40 and 42", "at least 40", or one value where both print the same."""
    low, high = amount(values.low, unit), amount(values.high, unit)
    if not math.isfinite(values.high):
        return f"at least {low}"
    if not math.isfinite(values.low):
        return f"at most {high}"
    return f"about {low}" if low == high else f"between {low} and {high}"


def day(value: date) -> str:
    """4 March 2025."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def exchange(value: float) -> str:
    """An exchange rate to four digits."""
    return f"{value:.4g}"
