"""Two figures, of one text or of two: do they state the same thing, and do they agree?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import memcon
from memcon import checks
from memcon.facts import Figure, Span, When

YEAR = When("2024", "2024-01-01", "2024-12-31")
TRADE = Figure(
    "f1", Span(0, 7, "$48.7bn"), 48.7e9, "USD", "dollar", "=", "trade turnover", None, ("a1", "a2"), (), (), YEAR
)


def figure(text: str, value: float, **other: Any) -> Figure:
    return replace(TRADE, span=Span(0, len(text), text), value=value, **other)


@pytest.mark.parametrize(
    ("other", "same", "verdict"),
    [
        (figure("$48.7bn", 48.7e9), True, "agrees"),
        (figure("$49bn", 49e9), True, "agrees"),
        (figure("$47.8bn", 47.8e9), True, "disagrees"),
        (figure("$48.7m", 48.7e6), True, "disagrees"),
        (figure("$49.0bn", 49.0e9), True, "unknown"),
        (figure("more than $40bn", 40e9, change=">"), True, "agrees"),
        (figure("$40bn", 40e9, between=("a2", "a1")), True, "disagrees"),
        (figure("$40bn", 40e9, between=("a1", "a3")), False, "unknown"),
        (figure("$40bn", 40e9, between=()), None, "unknown"),
        (figure("$40bn", 40e9, period=When("2023", "2023-01-01", "2023-12-31")), False, "unknown"),
        (figure("$40bn", 40e9, period=None), None, "unknown"),
        (figure("€40bn", 40e9, unit="EUR"), False, "unknown"),
        (figure("$40bn", 40e9, indicator="exports"), False, "unknown"),
        (figure("$40bn", 40e9, indicator=None), None, "unknown"),
    ],
)
def test_compare(other: Figure, same: bool | None, verdict: str) -> None:
    for found in (checks.compare(TRADE, other), checks.compare(other, TRADE)):
        assert (found.same, found.verdict) == (same, verdict)


def test_actors_of_two_documents() -> None:
    other = figure("$48.7bn", 48.7e9, between=("a7", "a9"))
    alike = {("a1", "a7"), ("a2", "a9")}
    assert checks.compare(TRADE, other, lambda x, y: (x, y) in alike).verdict == "agrees"
    assert checks.compare(TRADE, other).same is False


@pytest.mark.parametrize(
    ("unit", "to", "factor"),
    [("tonne", "kilogram", 1000), ("kilometre", "mile", 0.621371), ("billion cubic metre", "cubic metre", 1e9),
     ("tonne", "kilometre", None), ("celsius", "fahrenheit", None), ("ship", "tonne", None), ("USD", "EUR", None)],
)  # fmt: skip
def test_measures_convert_by_the_registry(unit: str, to: str, factor: float | None) -> None:
    found = checks.conversion(unit, to)
    assert found == (pytest.approx(factor, rel=1e-5) if factor else None)


FIRST = "Trade between France and Germany hit $48.7bn in 2023. "


@pytest.mark.parametrize(
    ("again", "verdict"),
    [
        ("In 2023, trade between Germany and France was $48.7bn.", "agrees"),
        ("In 2023, trade between Germany and France was $47.8bn.", "disagrees"),
        ("In 2022, trade between Germany and France was $47.8bn.", None),
        ("In 2023, trade between Germany and Italy was $47.8bn.", None),
    ],
)
def test_repeats_in_one_text(again: str, verdict: str | None) -> None:
    checked = memcon.read(FIRST + again, published="2024-05-02").checks
    assert [check.verdict for check in checked if check.kind == "repeat"] == ([verdict] if verdict else [])
