"""An amount stated in two moneys, against the reference rate of its time, and such pairs against one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.checks import rates, wording
from memcon.checks.intervals import Interval, interval, middle, relative
from memcon.facts import Check, Figure, Verdict

_BEFORE, _AFTER = timedelta(days=75), timedelta(days=5)
"""Around the day of publication: newsrooms convert at a recent rate, and reports state amounts of some weeks ago."""
_SLACK = 0.015
"""How far a rate used in a report may be off the reference rate: markets move within a day, and banks round."""
_DOUBT = 0.03
"""Beyond the slack, within this, a pair may have been converted at a rate we do not know."""
_NEAR = timedelta(days=548)
"""An amount without a period is taken to be of a time this near to that of the other amounts of its report."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DOLLARS = {
    "USD": "United States",
    "AUD": "Australia",
    "CAD": "Canad",
    "NZD": "New Zealand",
    "HKD": "Hong Kong",
    "SGD": "Singapore",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One amount in two moneys: `rate` is how many units of `b` make one of `a`, as printed."""

    a: Figure
    b: Figure
    rate: Interval

    @property
    def stated(self) -> float:
        return middle(self.b) / middle(self.a)


def pairs(figures: Sequence[Figure], text: str) -> list[Pair]:
    """The amounts of `figures` that are stated in two moneys."""
    known = {figure.id: figure for figure in figures}
    found = []
    for a in figures:
        for other in a.same_as:
            b = known[other]
            if b.span.start < a.span.start or min(middle(a), middle(b)) <= 0:
                continue
            if _code(a) and _code(b):
                # Both are bound alike ("more than $5m (€4m)"), so the bound says nothing of their ratio.
                first, second = (b, a) if _told_in(_code(b)) < _told_in(_code(a)) else (a, b)
                rate = interval(_plain(second), text).over(interval(_plain(first), text))
                found.append(Pair(first, second, rate))
    return found


def _told_in(code: str) -> int:
    """The place of a money in the order by which rates are told: dollars to the euro, yen to the dollar."""
    order = ("EUR", "GBP", "AUD", "NZD", "USD")
    return order.index(code) if code in order else len(order)


def _plain(figure: Figure) -> Figure:
    return replace(figure, change="=")


def _code(figure: Figure) -> str:
    unit = (figure.unit or "").partition(" per ")[0]
    return unit if len(unit) == 3 and unit.isupper() else ""


def check_pair(pair: Pair, text: str, published: str | None) -> Check:
    """The pair against the reference rates around publication or in the figure's period; undated, against all."""
    base, quote = _code(pair.a), _code(pair.b)
    if not (rates.known(base) and rates.known(quote)):
        missing = quote if rates.known(base) else base
        return _made(pair, "unknown", None, f"{_says(pair)}; the ECB publishes no rate for {missing}.", None)
    windows = _windows(pair, published)
    if not windows:
        return _undated(pair, text)
    found = [(first, last, rates.between(base, quote, first, last)) for first, last in windows]
    told = [(first, last, span) for first, last, span in found if span is not None]
    if not told:
        return _made(pair, "unknown", None, f"{_says(pair)}; the reference rates do not cover that time.", None)
    gaps = [pair.rate.gap(_widened(span, _SLACK)) for _, _, span in told]
    best = gaps.index(min(gaps))
    first, last, span = told[best]
    what = f"{_says(pair)}; the ECB's was {_rate_range(span)} from {wording.day(first)} to {wording.day(last)}"
    if gaps[best] == 0:
        return _made(pair, "agrees", span, f"{what}.", rates.SOURCE)
    if gaps[best] <= _DOUBT:
        return _made(pair, "unknown", span, f"{what}, close but not the same.", rates.SOURCE)
    other = _other_dollar(pair, windows, text)
    if other:
        return _made(pair, "unknown", span, f"{what}; it would fit if {other} were meant.", rates.SOURCE)
    return _made(pair, "disagrees", span, f"{what}.", rates.SOURCE)


def _windows(pair: Pair, published: str | None) -> list[tuple[date, date]]:
    """The days around publication, and the period that the figure is stated for, whose rates may have been used."""
    windows = []
    if published is not None:
        day = date.fromisoformat(published[:10])
        windows.append((day - _BEFORE, day + _AFTER))
    period = pair.a.period
    if period is not None and period.from_ and period.to:
        first, last = date.fromisoformat(period.from_), date.fromisoformat(period.to)
        if (last - first).days <= 3700:
            windows.append((first, last))
    return windows


def _undated(pair: Pair, text: str) -> Check:
    base, quote = _code(pair.a), _code(pair.b)
    fit = rates.fitting(base, quote, _widened(pair.rate, _SLACK))
    if fit is None:
        history = [value for _, value in rates.history(base, quote)]
        span = Interval(min(history), max(history))
        close = pair.rate.gap(_widened(span, _SLACK)) <= _DOUBT
        verdict: Verdict = "unknown" if close or _is_older(text) else "disagrees"
        detail = f"{_says(pair)}; the ECB's has never been that since 1999, only {_rate_range(span)}."
        return _made(pair, verdict, span, detail, rates.SOURCE)
    first, last = fit
    return _made(
        pair,
        "implies",
        None,
        f"{_says(pair)}; the ECB's was last that between {wording.day(first)} and {wording.day(last)}.",
        rates.SOURCE,
    )


def _is_older(text: str) -> bool:
    """Whether the latest year that the text names is before the first with reference rates."""
    years = _YEAR.findall(text)
    return bool(years) and max(years) < "1999"


def _other_dollar(pair: Pair, windows: Sequence[tuple[date, date]], text: str) -> str:
    """The dollar of another country that the text speaks of, which a bare sign may mean and which fits."""
    for figure, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if _code(figure) not in _DOLLARS or not figure.span.text.startswith("$"):
            continue
        for code, country in _DOLLARS.items():
            if code in (_code(figure), _code(other)) or country not in text:
                continue
            for first, last in windows:
                base, quote = (code, _code(pair.b)) if figure is pair.a else (_code(pair.a), code)
                span = rates.between(base, quote, first, last)
                if span is not None and pair.rate.meets(_widened(span, _SLACK)):
                    return code
    return ""


def check_pairs(found: Sequence[Pair]) -> list[Check]:
    """Each pair against the one before it in the same two moneys: their rates should be alike."""
    checks = []
    for i, later in enumerate(found):
        for earlier in reversed(found[:i]):
            if (_code(earlier.a), _code(earlier.b)) == (_code(later.a), _code(later.b)):
                checks.append(_check_two(earlier, later))
                break
            if (_code(earlier.a), _code(earlier.b)) == (_code(later.b), _code(later.a)):
                turned = Pair(later.b, later.a, Interval(1 / later.rate.high, 1 / later.rate.low))
                checks.append(_check_two(earlier, turned))
                break
    return checks


def _check_two(x: Pair, y: Pair) -> Check:
    gap = x.rate.gap(_widened(y.rate, _SLACK))
    verdict: Verdict = "agrees" if gap == 0 else "unknown" if gap <= _DOUBT or _may_have_moved(x, y) else "disagrees"
    detail = (
        f"{wording.quoted(x.a)} ({wording.quoted(x.b)}) is at {wording.exchange(x.stated)}, "
        f"{wording.quoted(y.a)} ({wording.quoted(y.b)}) at {wording.exchange(y.stated)} "
        f"{_code(y.b)} to the {_code(y.a)}."
    )
    return Check(
        "",
        "currency pairs",
        (x.a.id, x.b.id, y.a.id, y.b.id),
        verdict,
        float(f"{y.stated:.5g}"),
        (float(f"{x.rate.low:.5g}"), float(f"{x.rate.high:.5g}")),
        relative(y.rate),
        detail,
    )


def _may_have_moved(x: Pair, y: Pair) -> bool:
    """Whether the two may be of times between which the rate moved from the one to the other.

    Two stated periods that differ leave it open. Where one is not stated, the reference rates of the years around the
    other's tell whether the rate was ever so.
    """
    if x.a.period is None and y.a.period is None:
        return False
    if x.a.period is not None and y.a.period is not None:
        return (x.a.period.from_, x.a.period.to) != (y.a.period.from_, y.a.period.to)
    dated, other = (x, y) if x.a.period is not None else (y, x)
    period = dated.a.period
    if period is None or not (period.from_ and period.to):
        return True
    first, last = date.fromisoformat(period.from_) - _NEAR, date.fromisoformat(period.to) + _NEAR
    base, quote = _code(other.a), _code(other.b)
    span = rates.between(base, quote, first, last) if rates.known(base) and rates.known(quote) else None
    return span is None or other.rate.gap(_widened(span, _SLACK)) <= _DOUBT


def _widened(span: Interval, by: float) -> Interval:
    return Interval(span.low * (1 - by), span.high * (1 + by))


def _says(pair: Pair) -> str:
    return (
        f"{wording.quoted(pair.a)} for {wording.quoted(pair.b)} is {wording.exchange(pair.stated)} "
        f"{_code(pair.b)} to the {_code(pair.a)}"
    )


def _rate_range(span: Interval) -> str:
    low, high = wording.exchange(span.low), wording.exchange(span.high)
    return low if low == high else f"between {low} and {high}"


def _made(pair: Pair, verdict: Verdict, expected: Interval | None, detail: str, source: str | None) -> Check:
    spread = (float(f"{expected.low:.5g}"), float(f"{expected.high:.5g}")) if expected else None
    stated = float(f"{pair.stated:.5g}")
    return Check(
        "",
        "currency pair",
        (pair.a.id, pair.b.id),
        verdict,
        stated,
        spread,
        relative(pair.rate),
        detail,
        source,
    )
