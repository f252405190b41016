"""The figures room: every quantity, what it measures, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import Cast
from memcon.facts import Figure, Statement, Time
from memcon.figures import measures
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
    """The figures of `text`, in order: every stated quantity, its unit, its bound or movement, and what it measures.

    Works on `text` alone. With `analysed`, nouns are told by the parse; with `times`, figures get periods; with `cast`,
    parties; with `statements`, the statement each stands in. Values are in units, not in thousands or millions; money
    is in ISO 4217 codes. What is counted as a quantity, and what is not, follows NewsQuant (Almasian et al. 2023), but
    that "one of the ..." is none.
    """
    found = quantities(text, analysed, times, published)
    return measures.figures(text, found, published, analysed, times, cast, statements)
