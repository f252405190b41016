"""The checks room: stated figures tested against one another and against reference rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.checks import conversions, growth, ranks, repeats, tolls, totals
from memcon.checks.comparing import Match, compare, conversion
from memcon.facts import Check, Figure

__all__ = ["Match", "compare", "conversion", "run"]


def run(figures: Sequence[Figure], text: str, published: str | None = None) -> tuple[Check, ...]:
    """The checks that the figures of one document allow, in the order of the figures they begin with.

    `figures` are those of `memcon.figures.find` for `text`; `published` is an ISO date. A check gives the arithmetic
    (`stated`, `expected`), the relative tolerance that rounding of the printed digits allows, and one plain sentence.
    "disagrees" is said only where no reading within the tolerance fits; "implies" gives a value that the text does not
    state; "unknown" where the means to tell are missing.
    """
    found: list[Check] = []
    if any(figure.same_as for figure in figures):
        from memcon.checks import currency  # the reference rates take a while to load

        pairs = currency.pairs(figures, text)
        found += [currency.check_pair(pair, text, published) for pair in pairs]
        found += currency.check_pairs(pairs)
    for room in (growth, totals, ranks, repeats, conversions, tolls):
        found += room.checks(figures, text)
    order = {figure.id: i for i, figure in enumerate(figures)}
    found.sort(key=lambda check: [order[i] for i in check.figures])
    return tuple(replace(check, id=f"c{i}") for i, check in enumerate(found, start=1))
