"""The day or period of an act, from the times room."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon import times as times_room
from memcon.facts import Span, Time, When
from memcon.language import Analysed

# "In April", where neither the text nor a day of publication tells the year.
_NO_YEAR = re.compile(r"XXXX-\d\d")


def when_of(span: Span, analysed: Analysed, times: Sequence[Time], published: str | None) -> When | None:
    """The day or period that governs `span`, or None where the text and the day of publication tell none.

    A month or day without a year is given as such where the sentence of `span` has no other time.
    """
    found = times_room.attach(span.start, span.end, analysed, times, published)
    if found is not None and found.via in ("syntax", "sentence"):
        return found
    sentence = analysed.sentence_at(span.start)
    within = [t for t in times if sentence is not None and sentence.start <= t.start < sentence.end]
    yearless = [t for t in within if t.from_ is None and _NO_YEAR.match(t.value)]
    if len(yearless) == 1 and not any(t.from_ for t in within):
        return When(yearless[0].value, None, None, yearless[0].id, "sentence")
    return found
