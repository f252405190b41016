"""Ranks against the figures stated with them: "the largest, with 5, followed by B with 4"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from memcon.checks import wording
from memcon.checks.intervals import middle, step
from memcon.facts import Check, Figure, Verdict

_FOLLOWED = re.compile(r"\b(?:followed\sby|ahead\sof|trailed\sby|then\scame)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:largest|biggest|most|highest|leading|top|greatest|main|first|led)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:smallest|lowest|fewest|least|poorest)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][\s\"”’]|\n")


def checks(figures: Sequence[Figure], text: str) -> list[Check]:
    """A check for every sentence that ranks what it gives figures for."""
    found = []
    for match in _FOLLOWED.finditer(text):
        start = max((m.end() for m in _SENTENCE.finditer(text, max(match.start() - 600, 0), match.start())), default=0)
        end = _SENTENCE.search(text, match.end())
        stop = end.start() if end else len(text)
        check = _ranked(figures, text, start, match, stop)
        if check is not None:
            found.append(check)
    return found


def _ranked(figures: Sequence[Figure], text: str, start: int, match: re.Match[str], stop: int) -> Check | None:
    before = [f for f in figures if start <= f.span.start and f.span.end <= match.start()]
    behind = [f for f in figures if match.end() <= f.span.start and f.span.end <= stop]
    words = text[start : match.start()]
    least, most = _LEAST.search(words), _MOST.search(words)
    ahead = match[0].lower().startswith("ahead")
    if not before or not behind or (least and most) or not (least or most or ahead):
        return None
    first = before[-1]
    row = [first, *(f for f in behind if f.unit in (first.unit, None))]
    if len(row) < 2 or len(row) != len(behind) + 1 or any(isinstance(f.value, tuple) for f in row) or len(before) > 2:
        return None
    sign = -1 if least else 1
    wrong = [(a, b) for a, b in itertools.pairwise(row) if sign * (middle(b) - middle(a)) > 0]
    verdict: Verdict = "agrees"
    if wrong:
        a, b = wrong[0]
        verdict = "disagrees" if abs(middle(b) - middle(a)) >= 0.99 * max(step(a), step(b)) else "unknown"
    listed = ", ".join(wording.quoted(f) for f in row)
    detail = f"{listed} {'are not' if wrong else 'are'} in the order that the words tell."
    return Check("", "rank", tuple(f.id for f in row), verdict, middle(row[0]), middle(row[1]), None, detail)
