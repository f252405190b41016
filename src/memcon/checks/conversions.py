"""An amount stated in two measures: "10 km (6.2 miles)", "30C (86F)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from memcon.checks import wording
from memcon.checks.intervals import Interval, interval
from memcon.facts import Check, Figure, Verdict
from memcon.figures.units import is_measure

_ROUND = 0.1
"""At most how far a number that ends in noughts was rounded, relative to it."""
_DOUBT = 0.05
"""Beyond rounding, within this, a pair is left undecided."""


def checks(figures: Sequence[Figure], text: str) -> list[Check]:
    """A check for every amount that is told again in another measure, where one converts to the other."""
    known = {figure.id: figure for figure in figures}
    found = []
    for figure in figures:
        for other in figure.same_as:
            again = known[other]
            measures = figure.unit and again.unit and is_measure(figure.unit) and is_measure(again.unit)
            if measures and again.span.start > figure.span.start:
                check = _check(figure, again, text)
                found += [check] if check else []
    return found


def _check(a: Figure, b: Figure, text: str) -> Check | None:
    from memcon.checks import measures  # pint takes a third of a second to load

    first, second = _rounded(a, text), _rounded(b, text)
    ends = [measures.converted(end, str(a.unit), str(b.unit)) for end in (first.low, first.high)]
    if not ends[0]:
        return None
    readings = [Interval(low, high) for low, high in zip(*ends, strict=True)]
    gap = min(second.gap(reading) for reading in readings)
    verdict: Verdict = "agrees" if gap == 0 else "unknown" if gap <= _DOUBT else "disagrees"
    values = measures.converted(_middle(a), str(a.unit), str(b.unit))
    nearest = min(values, key=lambda value: abs(value - _middle(b)))
    words = re.sub(r"^[^A-Za-z°]*", "", wording.quoted(b))
    detail = f"{wording.quoted(a)} is {wording.number(nearest)} {words}; stated is {wording.quoted(b)}."
    return Check("", "repeat", (a.id, b.id), verdict, _middle(b), float(f"{nearest:.5g}"), None, detail)


def _middle(figure: Figure) -> float:
    return sum(figure.value) / 2 if isinstance(figure.value, tuple) else figure.value


def _rounded(figure: Figure, text: str) -> Interval:
    """What the printed digits allow, noughts at their end taken for rounded; a bound holds for both alike."""
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    plain = interval(replace(figure, change="="), text)
    half = 0.0
    digits = re.sub(r"\D", "", figure.span.text)
    if "." not in figure.span.text and digits.endswith("0") and digits.strip("0"):
        noughts = len(digits) - len(digits.rstrip("0"))
        half = min(abs(high) / int(digits) * 10.0**noughts / 2, _ROUND * abs(high))
    return Interval(min(plain.low, low - half), max(plain.high, high + half))
