"""Tables: an expression in a sentence, and what it is."""

from __future__ import annotations

import pytest

from memcon import times

PUBLISHED = "2025-04-30"  # a Wednesday

ROWS = [
    ("The envoys met on 12 March 2024.", "12 March 2024", "DATE", "2024-03-12"),
    ("The envoys met on Tuesday.", "Tuesday", "DATE", "2025-04-29"),
    ("The envoys will meet on Tuesday.", "Tuesday", "DATE", "2025-05-06"),
    ("Exports fell last year.", "last year", "DATE", "2024"),
    ("Exports fell in the third quarter of 2024.", "the third quarter of 2024", "DATE", "2024-Q3"),
    ("The truce held for three weeks.", "three weeks", "DURATION", "P3W"),
]


@pytest.mark.parametrize(("sentence", "expression", "kind", "value"), ROWS)
def test_an_expression_is_found_with_its_value(sentence: str, expression: str, kind: str, value: str) -> None:
    found = [(t.text, t.type, t.value) for t in times.find(sentence, PUBLISHED)]
    assert found == [(expression, kind, value)]
