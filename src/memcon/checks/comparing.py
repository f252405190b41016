"""Do two figures state the same thing, and do they agree? For figures of one report, or of two."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from memcon.checks.intervals import Interval, interval, middle
from memcon.facts import Figure, Verdict
from memcon.figures.lexicon import same_dimension

_CLOSE = 0.01
"""Within this, relative to the value, two figures that rounding does not explain are left undecided."""
_MEASURED = frozenset({"growth", "share", "rank", None})


@dataclass(frozen=True, slots=True)
class Match:
    """`same`: whether both figures state the same thing (None: cannot be told); `verdict` agrees, disagrees or unknown;
    `ratio` of the second value to the first in the first one's unit, where units can be converted; `why` in words."""

    same: bool | None
    verdict: Verdict
    ratio: float | None
    why: str


def compare(
    a: Figure, b: Figure, same_actor: Callable[[str, str], bool] = operator.eq, text_a: str = "", text_b: str = ""
) -> Match:
    """Whether `a` and `b` state the same thing, and if so whether they agree within what rounding allows.

    The same thing is the same indicator, in units that convert, between the same parties in the same direction and for
    the same period. `same_actor` tells whether two actor ids mean the same actor, for figures of two documents whose
    ids differ; the texts, where given, are searched for bounds such as "rose by more than".
    """
    if a.indicator in _MEASURED or b.indicator in _MEASURED or a.indicator != b.indicator:
        known = a.indicator not in _MEASURED and b.indicator not in _MEASURED
        return Match(False if known else None, "unknown", None, "they measure different things or it is not told what")
    factor = conversion(b.unit, a.unit)
    if factor is None:
        return Match(False, "unknown", None, f"{a.unit or 'no unit'} and {b.unit or 'no unit'} do not convert")
    parties = _parties(a, b, same_actor)
    if parties is False:
        return Match(False, "unknown", None, "they hold between different parties")
    period = _same_period(a, b)
    if period is False:
        return Match(False, "unknown", None, "they are of different periods")
    ratio = middle(b) * factor / middle(a) if middle(a) else None
    if parties is None or period is None:
        return Match(None, "unknown", ratio, "parties or periods are not told")
    return _agree(a, b, factor, ratio, text_a, text_b)


def _agree(a: Figure, b: Figure, factor: float, ratio: float | None, text_a: str, text_b: str) -> Match:
    first, second = interval(a, text_a), interval(b, text_b) * factor
    if first.meets(second):
        return Match(True, "agrees", ratio, "the values are the same within rounding")
    if _rounder(a, first).meets(_rounder(b, second, factor)):
        return Match(True, "unknown", ratio, "one may be a round number for the other")
    if _gap(first, second) <= _CLOSE:
        return Match(True, "unknown", ratio, "the values are close, and rounding may explain it")
    return Match(True, "disagrees", ratio, "the values differ by more than rounding")


def _rounder(figure: Figure, printed: Interval, factor: float = 1.0) -> Interval:
    """The interval of a figure that ends in a nought ("$50bn") taken for rounded to the digit before it."""
    digits = re.sub(r"\D", "", figure.span.text)
    if "." in figure.span.text or not digits.endswith("0") or not digits.strip("0") or not printed.bounded:
        return printed
    noughts = len(digits) - len(digits.rstrip("0"))
    half = abs(middle(figure)) * factor / int(digits) * 10.0**noughts / 2
    centre = middle(figure) * factor
    return Interval(min(printed.low, centre - half), max(printed.high, centre + half))


def _gap(first: Interval, second: Interval) -> float:
    return min(first.gap(second), second.gap(first))


def conversion(unit: str | None, to: str | None) -> float | None:
    """How many `to` make one `unit`: 1 for the same unit, by pint's registry for measures, None where none does."""
    if unit == to:
        return 1.0
    if unit is None or to is None or _is_money(unit) or _is_money(to) or not same_dimension(unit, to):
        return None
    from memcon.checks import measures  # pint takes a third of a second to load

    return measures.factor(unit, to)


def _is_money(unit: str) -> bool:
    return len(unit.partition(" ")[0]) == 3 and unit[:3].isupper()


def _parties(a: Figure, b: Figure, same: Callable[[str, str], bool]) -> bool | None:
    """Whether the parties are the same; None where either has none."""
    sides = ((a.from_, b.from_), (a.to, b.to))
    if any(x and y and not _alike(x, y, same) for x, y in sides):
        return False
    whole = (_all(a), _all(b))
    if not whole[0] or not whole[1]:
        return None
    return _alike(whole[0], whole[1], same)


def _all(figure: Figure) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*figure.between, *figure.from_, *figure.to)))


def _alike(x: Sequence[str], y: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    return len(x) == len(y) and all(any(same(i, j) for j in y) for i in x)


def _same_period(a: Figure, b: Figure) -> bool | None:
    if a.period is None or b.period is None or not a.period.from_ or not b.period.from_:
        return None
    return (a.period.from_, a.period.to) == (b.period.from_, b.period.to)
