"""A file of schema version 1, with reports in it, becomes one of today, with all that today's has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from memcon.errors import Error
from memcon.facts import Record
from memcon.store import Store, identity, opening, rows

Contents = Callable[[Store], dict[str, list[tuple[object, ...]]]]
HERE = Path(__file__).parent


def reports(record: Record) -> list[Record]:
    """Two reports that are copies of one."""
    return [
        replace(record, document=replace(record.document, url=f"https://news.example/{n}", id=f"n{n}")) for n in "12"
    ]


def file_of_version_1(path: Path, records: list[Record]) -> None:
    """As memcon made it then."""
    now = datetime(2026, 11, 24)
    with duckdb.connect(str(path)) as old:
        old.execute((HERE / "schema_1.sql").read_text("utf-8"))
        old.execute((HERE / "views_1.sql").read_text("utf-8"))
        old.execute("INSERT INTO about VALUES (1, '0.1.0')")
        for arrival, record in enumerate(records, 1):
            made, document = record.memcon, record.document
            id, coding = identity.document_id(document), identity.coding_id(made)
            old.execute(
                "INSERT INTO codings VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [coding, made.format, made.version, '{"model": "' + "0" * 64 + '"}'],
            )
            old.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [id, id, arrival, document.id, identity.id_key(document), identity.url_key(document.url),
                 document.title, document.url, document.publisher, document.author, document.published,
                 document.published_from, document.language, document.text, rows.words(document.text).total(),
                 coding, now, now],
            )  # fmt: skip
            for table, waiting in rows.facts(record, id).items():
                with old.appender(table) as appender:
                    appender.append_rows(waiting)


def test_version_1_becomes_what_it_would_be_today(tmp_path: Path, record: Record, everything: Contents) -> None:
    file_of_version_1(tmp_path / "old.duckdb", reports(record))
    with pytest.raises(Error, match="older schema 1"):
        Store(tmp_path / "old.duckdb", read_only=True)
    with Store(tmp_path / "old.duckdb") as old, Store(tmp_path / "new.duckdb") as new:
        new.add_all(reports(record))
        assert opening.schema_version(old.connection) == opening.SCHEMA_VERSION
        assert everything(old) == everything(new)
        assert new.query("SELECT count(*) AS n FROM merged WHERE kind = 'document'") == [{"n": 2}]
        assert columns(old) == columns(new)


def columns(store: Store) -> list[dict[str, object]]:
    return store.query("SELECT table_name, column_name, data_type FROM duckdb_columns() ORDER BY ALL")


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    with Store(tmp_path / "new.duckdb") as store:
        store.connection.execute("UPDATE about SET schema_version = 99")
    with pytest.raises(Error, match="newer memcon"):
        Store(tmp_path / "new.duckdb")


def test_a_failed_migration_leaves_the_old_file(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise RuntimeError

    path = tmp_path / "old.duckdb"
    file_of_version_1(path, reports(record))
    monkeypatch.setattr(opening, "renew", stop)
    with pytest.raises(RuntimeError):
        Store(path)
    with duckdb.connect(str(path)) as old:
        assert old.execute("SELECT * FROM about").fetchall() == [(1, "0.1.0")]
