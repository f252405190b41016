"""The record as a folder of Parquet: the same rows by month, read back by DuckDB and by whatever reads Parquet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from memcon.errors import Error
from memcon.facts import Record
from memcon.store import Store, parquet, restoring


def dated(record: Record, number: int, day: str | None) -> Record:
    document = replace(
        record.document, id=f"n{number}", url=f"https://news.example/{number}", published=day,
        published_from="given" if day else None,
    )  # fmt: skip
    return replace(record, document=document)


def test_same_rows_by_month(store: Store, record: Record, tmp_path: Path) -> None:
    days = ["2025-03-05", "2025-04-01", "2025-03-31", None]
    ids = [added.id for added in store.add_all([dated(record, n, day) for n, day in enumerate(days)])]
    counted = parquet.write(store, tmp_path / "out")
    months = sorted(path.name for path in (tmp_path / "out" / "events").iterdir())
    assert months == ["month=2025-03", "month=2025-04", "month=undated"]
    march = duckdb.read_parquet(str(tmp_path / "out" / "events" / "month=2025-03" / "*.parquet"))
    assert len(march) == 2 * len(record.events)
    with parquet.read(tmp_path / "out") as back:
        tables = [name for (name,) in back.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        assert counted == sum(len(back.table(name)) for name in tables)
        for id in ids:
            assert restoring.record(back, id) == store.record(id)
        query = "SELECT * FROM happenings ORDER BY id"
        assert back.execute(query).fetchall() == store.connection.execute(query).fetchall()


def test_a_folder_that_holds_something_is_left_alone(store: Store, record: Record, tmp_path: Path) -> None:
    store.add(record)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(Error, match="holds something already"):
        parquet.write(store, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Error, match="no record in Parquet"):
        parquet.read(tmp_path)
