"""The day or period of an act, from the times room."""

from __future__ import annotations

from collections.abc import Sequence

from memcon import times as times_room
from memcon.facts import Span, Time, When
from memcon.language import Analysed


def when_of(span: Span, analysed: Analysed, times: Sequence[Time], published: str | None) -> When | None:
    """The day or period that governs `span`, or None where the text and the day of publication tell none."""
    attach = getattr(times_room, "attach", None)
    if attach is None:
        return None
    found: When | None = attach(span.start, span.end, analysed, times, published)
    return found
