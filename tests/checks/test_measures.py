"""Every unit of measure that is read converts to the others of its dimension, and to no others."""

from __future__ import annotations

from collections import defaultdict

import pytest

from memcon.checks import conversion
from memcon.checks.measures import converted
from memcon.figures.lexicon import same_dimension, table

BY_DIMENSION: defaultdict[str, list[str]] = defaultdict(list)
for _name, _row in table("physical").items():
    BY_DIMENSION[str(_row["dimension"])].append(_name)


@pytest.mark.parametrize("dimension", sorted(BY_DIMENSION))
def test_units_of_one_dimension_convert(dimension: str) -> None:
    first, *others = BY_DIMENSION[dimension]
    assert [name for name in others if not (conversion(name, first) or 0) > 0] == []


@pytest.mark.parametrize(
    ("unit", "to", "factor"),
    [
        ("mile", "kilometre", 1.609),
        ("acre", "hectare", 0.4047),
        ("foot", "metre", 0.3048),
        ("billion cubic metre", "cubic metre", 1e9),
        ("barrel per day", "barrel per year", 365.25),
        ("mile per hour", "kilometre per hour", 1.609),
        ("pound-mass", "kilogram", 0.4536),
        ("terawatt hour", "kilowatt hour", 1e9),
        ("acre foot", "cubic metre", 1233.5),
    ],
)
def test_factors(unit: str, to: str, factor: float) -> None:
    assert conversion(unit, to) == pytest.approx(factor, rel=1e-3)


def test_barrels_are_no_tonnes() -> None:
    assert not same_dimension("barrel", "tonne")
    assert conversion("barrel", "tonne") is None
    assert conversion("barrel per day", "tonne per day") is None


def test_temperatures_convert_as_degrees_and_as_differences() -> None:
    assert converted(20.0, "celsius", "fahrenheit") == pytest.approx((68.0, 36.0))
    assert converted(20.0, "celsius", "metre") == ()
