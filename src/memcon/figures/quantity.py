"""A number with its unit, where it stands, and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.facts import Change
from memcon.figures import units
from memcon.figures.numbers import Number, Value


@dataclass(frozen=True, slots=True)
class Quantity:
    """Characters `start` to `end` state `value`; `counted` is where the noun phrase that is counted begins, if any."""

    start: int
    end: int
    value: Value
    unit: str | None
    name: str | None
    kind: units.Kind
    number: Number
    change: Change = "="
    counted: int | None = None


def plain(value: Value) -> float:
    """The value, or the first of two."""
    return value[0] if isinstance(value, tuple) else value
