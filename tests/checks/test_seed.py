"""A text of the project's own with every kind of check, read whole."""

from __future__ import annotations

import pytest

import memcon

TEXT = (
    "Ruritania’s exports to Germany hit $5.2bn (€5bn) in 2024, a rise of 30% on the same period of 2023. "
    "This made up 40% of the country’s exports. Germany lent Ruritania $2.6bn (€2.5bn) last year."
)


def test_everything_is_checked() -> None:
    record = memcon.read(TEXT, published="2025-02-20")
    record.validate()
    checks = {(c.kind, c.figures): c for c in record.checks}
    assert {(c.kind, c.verdict) for c in record.checks} == {
        ("currency pair", "agrees"),
        ("currency pairs", "agrees"),
        ("growth base", "implies"),
        ("share total", "implies"),
    }
    assert checks["growth base", ("f3", "f1")].expected == pytest.approx(4e9)
    assert checks["share total", ("f4", "f1")].expected == pytest.approx(13e9)
    assert record.figures[0].same_as == ("f2",)
    assert record.figures[2].compared_with is not None
    assert record.figures[2].compared_with.figure == "f1"
