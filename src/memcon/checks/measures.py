"""Conversion between measures, by pint's registry."""

from __future__ import annotations

import functools

import pint

from memcon.figures.lexicon import table


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


_SCALES = {"celsius": ("degC", "delta_degC"), "fahrenheit": ("degF", "delta_degF"), "kelvin": ("kelvin", "kelvin")}


def converted(value: float, unit: str, to: str) -> tuple[float, ...]:
    """What `value` of `unit` is in `to`, of temperatures both as a degree of warmth and as a difference.

    None of them where pint does not convert the one to the other.
    """
    if unit in _SCALES and to in _SCALES:
        registry = _registry()
        pairs = zip(_SCALES[unit], _SCALES[to], strict=True)
        return tuple(float(registry.Quantity(value, one).to(other).magnitude) for one, other in pairs)
    found = factor(unit, to)
    return () if found is None else (value * found,)


def _expression(unit: str) -> str:
    """The unit as pint reads it: "billion cubic metre" is 1e9 of them, "pound-mass" a pound."""
    if unit in table("physical"):
        return _OTHERWISE.get(unit, unit).replace(" ", "_").replace("metre", "meter").replace("litre", "liter")
    head, per, tail = unit.partition(" per ")
    if per:
        return f"({_expression(head)}) / ({_expression(tail)})"
    for word, size in (("trillion ", "1e12 "), ("billion ", "1e9 "), ("million ", "1e6 ")):
        if unit.startswith(word):
            return f"{size}* ({_expression(unit.removeprefix(word))})"
    for word, power in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(word):
            return f"({_expression(unit.removeprefix(word))})**{power}"
    return _OTHERWISE.get(unit, unit)


_OTHERWISE = {"pound-mass": "pound", "percentage point": "percent", "tonne": "metric_ton"}
"""Names that are not pint's own."""
