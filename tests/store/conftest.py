"""A record file in a folder of its own, and all that is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from memcon.store import Store

Contents = dict[str, list[tuple[object, ...]]]
_OF_THE_CLOCK = ("added", "coded", "made")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "record.duckdb") as opened:
        yield opened


def contents(store: Store) -> Contents:
    found = {}
    for row in store.query("SELECT table_name AS name FROM duckdb_tables() ORDER BY name"):
        table = store.connection.table(row["name"])
        columns = [column for column in table.columns if column not in _OF_THE_CLOCK]
        found[row["name"]] = sorted(table.select(*columns).fetchall(), key=repr)
    return found


@pytest.fixture
def everything() -> Callable[[Store], Contents]:
    """All rows of all tables, in order, without what the clock has written."""
    return contents
