"""Conversion between measures, by pint's registry."""

from __future__ import annotations

import functools

import pint


@functools.cache
def _registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry(cache_folder=None)


@functools.cache
def factor(unit: str, to: str) -> float | None:
    """How many `to` make one `unit`, or None where pint knows either not or they measure different things.

    Scales with an offset (degrees Celsius and Fahrenheit) do not convert by a factor: None.
    """
    registry = _registry()
    try:
        one, other = registry.parse_expression(_expression(unit)), registry.parse_expression(_expression(to))
        found = float((one / other).to("dimensionless").magnitude)
    except (pint.errors.PintError, AttributeError, ValueError, TypeError, AssertionError):
        return None
    return found


def _expression(unit: str) -> str:
    """The unit as pint reads it: "billion cubic metre" is 1e9 of them, "pound-mass" a pound."""
    text = unit.replace("pound-mass", "pound").replace("percentage point", "percent").replace("tonne", "metric_ton")
    for word, size in (("trillion ", "1e12 "), ("billion ", "1e9 "), ("million ", "1e6 ")):
        text = text.replace(word, size)
    return text.replace("kilowatt hour", "kilowatt_hour").replace("nautical mile", "nautical_mile")
