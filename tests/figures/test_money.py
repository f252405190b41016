"""Which country's money is meant, by country, context and date."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.figures import find

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("money.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:50])
def test_money(row: list[str]) -> None:
    published, text, codes = row
    found = [(f.unit or "").partition(" per ")[0] for f in find(text, published or None)]
    assert [unit for unit in found if unit.isupper() or unit == "penny"] == codes.split()
