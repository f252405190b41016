"""What figures measure, between whom, when, and what belongs together."""

from __future__ import annotations

import pytest

import memcon
from memcon.facts import Figure
from memcon.figures import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bilateral trade reached $5bn.", ["trade turnover"]),
        ("Exports rose 18% to $48.7bn.", ["growth", "exports"]),
        ("FDI inflows came to €2bn.", ["FDI inflow"]),
        ("They sent $300m in humanitarian aid.", ["aid"]),
        ("The bank gave a $40m loan.", ["loan"]),
        ("The shelling killed at least 12 people and wounded 30.", ["killed", "wounded"]),
        ("Some 400 people were detained.", ["detained"]),
        ("About 2,000 troops remain.", ["troops"]),
        ("Fighting displaced 60,000 people.", ["displaced"]),
        ("The country hosts 3m refugees.", ["refugees"]),
        ("A tariff of 25% was imposed.", ["tariff"]),
        ("The defence budget is $9bn.", ["budget"]),
        ("They own 40% of the mine.", ["share"]),
        ("The table is 2 metres long.", [None]),
    ],
)
def test_indicators(text: str, expected: list[str | None]) -> None:
    assert [figure.indicator for figure in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("It cost $6.4bn (€6.2bn).", [("f2",), ("f1",)]),
        ("It cost $6.4bn, or €6.2bn, to build.", [("f2",), ("f1",)]),
        ("It flew 100 km (62 miles).", [("f2",), ("f1",)]),
        ("It cost $54m (€50m; £42m).", [("f2", "f3"), ("f1", "f3"), ("f1", "f2")]),
        ("It costs €9 per month (or $99 per year).", [(), ()]),
        ("It cost $6bn in May (it cost €2bn before).", [(), ()]),
        ("They paid $6bn and €2bn.", [(), ()]),
    ],
)
def test_same_amount(text: str, same: list[tuple[str, ...]]) -> None:
    assert [figure.same_as for figure in find(text)] == same


def read(text: str) -> tuple[dict[str, str], tuple[Figure, ...]]:
    record = memcon.read(text, published="2025-03-01")
    record.validate()
    return {actor.id: actor.name for actor in record.actors}, record.figures


def test_between_and_period() -> None:
    names, (figure,) = read("Trade between France and Germany hit $5bn in 2023.")
    assert [names[i] for i in figure.between] == ["France", "Germany"]
    assert figure.period is not None
    assert (figure.period.from_, figure.period.to) == ("2023-01-01", "2023-12-31")


def test_direction() -> None:
    names, (figure,) = read("Exports from France to Germany came to $5bn last year.")
    assert ([names[i] for i in figure.from_], [names[i] for i in figure.to]) == (["France"], ["Germany"])


def test_corresponding_period() -> None:
    _, figures = read("Trade hit $5bn last year, a rise of 8% compared to the corresponding period in 2023.")
    growth = figures[1].compared_with
    assert growth is not None
    assert growth.figure == "f1"
    assert growth.period is not None
    assert (growth.period.from_, growth.period.to) == ("2023-01-01", "2023-12-31")


def test_the_day_of_saying_is_compared_with_nothing() -> None:
    first = memcon.read("Exports rose 12% to $62bn in 2024, the bank said on Wednesday.", "2025-02-12").figures[0]
    assert first.span.text == "12%"
    assert first.compared_with is not None
    assert first.compared_with.period is None
