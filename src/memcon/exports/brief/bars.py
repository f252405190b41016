"""Cooperation and conflict by month as a plot of characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.answers.answer import Row
from memcon.answers.briefing import QUADS

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_MOST_ROWS = 36


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of time with its counts by quad class (verbal and material cooperation, verbal and material conflict)."""

    label: str
    counts: tuple[int, int, int, int]

    @property
    def cooperation(self) -> int:
        return self.counts[0] + self.counts[1]

    @property
    def conflict(self) -> int:
        return self.counts[2] + self.counts[3]


def bars(months: Sequence[Row]) -> tuple[Bar, ...]:
    """A bar for each month; where there are too many for a screen, for each quarter, or else each year."""
    for label in (_month, _quarter, _year):
        found = _grouped(months, [label(row["month"]) for row in months])
        if len(found) <= _MOST_ROWS:
            break
    return found


def lines(months: Sequence[Row], width: int) -> tuple[tuple[str, str, str], ...]:
    """For each bar its label, the bar of conflict, growing to the left, and that of cooperation, growing to the right.

    `width` is that of the two bars together, in characters, numbers included.
    """
    found = bars(months)
    most = max((max(bar.cooperation, bar.conflict) for bar in found), default=0)
    digits = len(str(most))
    half = max(4, width // 2 - digits - 1)
    told = []
    for bar in found:
        left = f"{bar.conflict or '':>{digits}} {'█' * round(half * bar.conflict / most) if most else ''}".rstrip()
        right = f"{stroke(bar.cooperation, most, half)} {bar.cooperation or ''}".rstrip()
        told.append((bar.label, left.rjust(half + digits + 1), right))
    return tuple(told)


def stroke(number: int, most: int, width: int) -> str:
    """A bar of `number`, where `most` fills `width` characters; in steps of an eighth of one, and never nothing."""
    if not number or not most:
        return ""
    eighths = max(1, round(8 * width * number / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _grouped(months: Iterable[Row], labels: Sequence[str]) -> tuple[Bar, ...]:
    sums: dict[str, list[int]] = {}
    for row, label in zip(months, labels, strict=True):
        counts = sums.setdefault(label, [0, 0, 0, 0])
        for place, name in enumerate(QUADS):
            counts[place] += row[name]
    return tuple(Bar(label, (c[0], c[1], c[2], c[3])) for label, c in sums.items())


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02d}"


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def _year(day: date) -> str:
    return str(day.year)
