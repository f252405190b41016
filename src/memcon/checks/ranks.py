"""Ranks against the figures stated with them: "the largest, with 5, followed by B with 4"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from memcon.checks import wording
from memcon.checks.intervals import interval, middle, step
from memcon.facts import Check, Figure, Verdict

_FOLLOWED = re.compile(r"\b(?:followed\sby|ahead\sof|trailed\sby|then\scame)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:largest|biggest|most|highest|leading|top|greatest|main|first|led)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:smallest|lowest|fewest|least|poorest)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|largest|biggest|greatest|highest|"
    r"leading|top|foremost|most\simportant|no\.?\s\d+|number\s\w+)(?![a-z])"
)
_FAR = 400
"""How far apart two ranks of one list may stand."""
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
    return found + _ordered(figures, text)


def _ordered(figures: Sequence[Figure], text: str) -> list[Check]:
    """Two ranks of one kind, among the same party's, against the levels stated with each."""
    known = {figure.id: figure for figure in figures}
    linked = [(f, f.compared_with.figure) for f in figures if f.indicator == "rank" and f.compared_with]
    told = [(f, known[level]) for f, level in linked if level is not None]
    found = []
    for (first, a), (second, b) in itertools.combinations(told, 2):
        others = not first.from_ or first.from_ != second.from_
        alike = _kind(first) == _kind(second) and first.to == second.to and others
        if alike and first.value != second.value and a.unit == b.unit and second.span.start - first.span.end < _FAR:
            found.append(_order(first, a, second, b, text))
    return found


def _kind(rank: Figure) -> str:
    """What is ranked, the degree left out: "trading partner"."""
    return _DEGREE.sub("", rank.span.text.lower()).strip(" -").removesuffix("s")


def _order(first: Figure, a: Figure, second: Figure, b: Figure, text: str) -> Check:
    higher, lower = (a, b) if middle(first) < middle(second) else (b, a)
    top, bottom = interval(higher, text), interval(lower, text)
    same_time = a.period is None or b.period is None or a.period.from_ == b.period.from_
    verdict: Verdict = "agrees" if top.high >= bottom.low else "disagrees" if same_time else "unknown"
    detail = (
        f"{wording.quoted(first)} with {wording.quoted(a)} and {wording.quoted(second)} with {wording.quoted(b)} "
        f"{'are' if verdict == 'agrees' else 'are not'} in the order that the words tell."
    )
    return Check("", "rank", (first.id, a.id, second.id, b.id), verdict, middle(a), middle(b), None, detail)


def _ranked(figures: Sequence[Figure], text: str, start: int, match: re.Match[str], stop: int) -> Check | None:
    levels = [f for f in figures if f.indicator != "rank"]
    before = [f for f in levels if start <= f.span.start and f.span.end <= match.start()]
    behind = [f for f in levels if match.end() <= f.span.start and f.span.end <= stop]
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
