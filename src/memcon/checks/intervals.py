"""Between which values a printed figure lies: what rounding to its last digit allows, what "about" or "over" adds."""

from __future__ import annotations

import math
from dataclasses import dataclass

from memcon.facts import Figure
from memcon.figures import cues
from memcon.figures.numbers import numbers

_ABOUT = 0.1
"""How far "about" may be off, relative to the value."""
_WORDS_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, either of which may be infinite."""

    low: float
    high: float

    def __mul__(self, factor: float) -> Interval:
        return Interval(*sorted((self.low * factor, self.high * factor)))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def over(self, other: Interval) -> Interval:
        """The quotients of positive intervals."""
        return Interval(
            self.low / other.high if other.high else math.inf, self.high / other.low if other.low > 0 else math.inf
        )

    def meets(self, other: Interval) -> bool:
        """Whether a value lies in both, but for the last bits of a float."""
        slack = 1e-9 * max(abs(self.low), abs(other.low), 1e-12) if math.isfinite(max(self.low, other.low)) else 0.0
        return self.low <= other.high + slack and other.low <= self.high + slack

    def gap(self, other: Interval) -> float:
        """How far apart they are, relative to the nearer bound of `other`; 0 where they meet."""
        if self.meets(other):
            return 0.0
        if self.low > other.high:
            return (self.low - other.high) / max(abs(other.high), 1e-12)
        return (other.low - self.high) / max(abs(other.low), 1e-12)

    @property
    def bounded(self) -> bool:
        return math.isfinite(self.low) and math.isfinite(self.high)


def middle(figure: Figure) -> float:
    """The value, or the middle of a range."""
    return figure.value if not isinstance(figure.value, tuple) else sum(figure.value) / 2


def step(figure: Figure) -> float:
    """The place of the last digit that counts: 1e8 in "48.7bn", 100 in "4,200"; at most a fifth of it all."""
    found = list(numbers(figure.span.text))
    if not found:
        return 0.0
    printed = max(number.step for number in found)
    value = abs(found[-1].value) if not isinstance(found[-1].value, tuple) else 0.0
    if printed == 1.0 and value >= 1000:
        while value % (printed * 10) == 0 and printed * 50 <= value:
            printed *= 10
    return printed


def interval(figure: Figure, text: str, exact: bool = False) -> Interval:
    """The values that the figure as printed in `text` allows. `exact` counts are not taken for rounded."""
    half = 0.5 if exact and step(figure) >= 1 else step(figure) / 2
    if exact and step(figure) <= 1:
        half = 0.0
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    low, high = min(low, high) - half, max(low, high) + half
    change = figure.change
    if change in ("up", "down"):
        change = cues.bound(text[max(figure.span.start - _WORDS_BEFORE, 0) : figure.span.start])
    if change == "~":
        return Interval(low - _ABOUT * abs(low), high + _ABOUT * abs(high))
    if change == ">":
        return Interval(low, math.inf)
    if change == "<":
        return Interval(-math.inf if low < 0 else 0.0, high)
    return Interval(low, high)


def relative(span: Interval) -> float | None:
    """Half the width of an interval relative to its middle, to four digits; None where it has no end."""
    if not span.bounded or span.high + span.low == 0:
        return None
    return float(f"{abs((span.high - span.low) / (span.high + span.low)):.4g}")
