"""Sentences as business news writes them: the value, unit and change of each quantity."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from memcon.facts import Figure
from memcon.figures import find
from memcon.language import analyse

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("news.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
KNOWN_WRONG = frozenset({"Room rates average €140 a night.", "A pack of four costs $11.99."})
"""What is read wrongly: "average" as a verb, and a verb that the parse takes for a noun."""


def wanted(written: str) -> list[tuple[Any, str, str]]:
    """The quantities of a row: value (or two), unit, change."""
    parts = [quantity.split(";") for quantity in written.split(" | ") if quantity]
    return [(_value(value), "" if unit == "-" else unit, change) for value, unit, change in parts]


def _value(written: str) -> Any:
    low, joined, high = written.partition("..")
    return pytest.approx((float(low), float(high)) if joined else float(low))


def read(figure: Figure, unit: str) -> tuple[Any, str, str]:
    """The figure as a row has it; its unit by name where the row does so."""
    named = {(figure.unit or "").lower(), (figure.unit_name or "").lower()}
    return figure.value, unit if unit in named else (figure.unit or ""), figure.change


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:50])
def test_news(row: list[str]) -> None:
    text, written = row
    found = find(text, analysed=analyse(text))
    expected = wanted(written)
    got = [read(f, unit) for f, (_, unit, _) in zip(found, expected, strict=False)]
    assert (len(found) == len(expected) and got == expected) is (text not in KNOWN_WRONG), found


def test_there_are_enough() -> None:
    assert len(ROWS) >= 200
