"""The figures room: every quantity, what it measures, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import Cast
from memcon.facts import Figure, Span, Statement, Time
from memcon.figures.quantities import quantities
from memcon.language import Analysed


def find(
    text: str,
    published: str | None = None,
    analysed: Analysed | None = None,
    times: Sequence[Time] = (),
    cast: Cast | None = None,
    statements: Sequence[Statement] = (),
) -> tuple[Figure, ...]:
    """The figures of `text`."""
    return tuple(
        Figure(f"f{i}", Span(q.start, q.end, text[q.start : q.end]), q.value, q.unit, q.name, q.change)
        for i, q in enumerate(quantities(text, analysed, times), start=1)
    )
