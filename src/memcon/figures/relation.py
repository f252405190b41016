"""That one quantity is compared with another."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.facts import ComparisonKind


@dataclass(frozen=True, slots=True)
class Relation:
    """Quantity number `of` is compared with quantity number `to`."""

    kind: ComparisonKind
    of: int
    to: int
