"""The figures room: every quantity, what it measures, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import Cast
from memcon.facts import Figure, Statement, Time
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
    return ()
