"""The day a text itself tells it was written: its dateline, a line that holds a date alone, or "today, 12 March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from memcon.facts import Document, Time
from memcon.language import Analysed
from memcon.times.anchors import year_told
from memcon.times.finding import find

_LINES = 4
"""Lines at the top, and at the foot, that may hold a date alone."""
_OPENING = 160
"""Characters at the start of a paragraph within which a dateline ends."""
# What does not stand beside a date alone ("Statement on the Attack of 12 March 2025"), unless it is said to be issued.
_BESIDE = frozenset("on at by of the for and am pm last".split())
_ISSUED = frozenset("published posted updated issued released modified date dated".split())
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r"[^\W\d_][\w .’'/-]{0,40}(?:,\s[\w .’'/-]{1,40}){0,2}[,:]?\s*\(?\Z")
_BEHIND = re.compile(r"\s*\)?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?\s*(?:[-–—:]|--|\.\s)")
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening)),?\s*\(?(?:on\s)?\Z", re.IGNORECASE)


def date_document(document: Document, analysed: Analysed) -> Document:
    """`document` with the day that its own text fixes, where none is known.

    The day is that of a dateline, of a line that holds a date alone, or of "today, 12 March 2025". Where only the year
    is fixed (see `year_told`), `published` stays None and `published_from` is "text" all the same: "last year" has a
    value then, "Wednesday" has none.
    """
    if document.published is not None:
        return document
    day = _day(document.text)
    if day is not None:
        return replace(document, published=day, published_from="text")
    if year_told(document.text) is not None:
        return replace(document, published_from="text")
    return document


def _day(text: str) -> str | None:
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    for start, end in [*lines[:_LINES], *lines[_LINES:][-_LINES:]]:
        piece = text[start : min(end, start + 2 * _OPENING)]
        full = [t for t in find(piece) if t.type in ("DATE", "TIME") and t.from_ is not None and t.from_ == t.to]
        for time in full:
            if end - start <= _OPENING and _alone(piece, full):
                return time.from_
            if time.end <= _OPENING and _PLACE.match(piece[: time.start]) and _BEHIND.match(piece, time.end):
                return time.from_
    for time in find(text):
        if (
            time.from_ is not None
            and time.from_ == time.to
            and _TODAY.search(text[max(0, time.start - 24) : time.start])
        ):
            return time.from_
    return None


def _alone(line: str, times: Sequence[Time]) -> bool:
    """Whether a line holds dates and names and nothing that makes a sentence."""
    rest = line
    for time in reversed(times):
        rest = rest[: time.start] + " " + rest[time.end :]
    words = _WORD.findall(rest)
    if any(word.lower() in _ISSUED for word in words):
        return len(words) <= 8
    return len(words) <= 5 and all(word[0].isupper() and word.lower() not in _BESIDE for word in words)
