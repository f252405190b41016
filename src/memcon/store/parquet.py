"""The tables of a record as a folder of Parquet, partitioned by month, readable by anything that reads Parquet.

`FOLDER/TABLE/month=2025-03/data_0.parquet` holds the rows of the documents published in that month (`undated` where the
day is not known); tables without documents lie in `FOLDER/TABLE/month=all/`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from memcon.errors import Error
from memcon.store import opening
from memcon.store.record_file import Store

_MONTH = "coalesce(strftime(d.published, '%Y-%m'), 'undated')"
_MADE_BY_MERGING = ("sketches", "links")
"""Tables that are for merging alone: left out, and made again by it."""


def write(store: Store, folder: str | Path) -> int:
    """Write all tables into a new or empty folder; give the number of rows. What is half written when it fails goes.

    Raises `Error` where the folder holds something, or cannot be written.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Error(f"{folder}: holds something already; name a new folder")
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        counted = sum(_write_table(store, part, table) for table in _tables(store.connection))
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except OSError as error:
        raise Error(f"{folder}: {(error.strerror or str(error)).lower()}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return counted


def read(folder: str | Path) -> duckdb.DuckDBPyConnection:
    """A connection in memory that holds the tables of such a folder, with the views: for the same questions.

    Raises `Error` where the folder holds no record.
    """
    folder = Path(folder)
    connection = duckdb.connect(":memory:", config={**opening.SETTINGS})
    connection.execute(opening.script("schema.sql"))
    found = [table for table in _tables(connection) if (folder / table).is_dir()]
    if "documents" not in found:
        raise Error(f"{folder}: is no record in Parquet")
    for table in found:
        pattern = str(folder / table / "*" / "*.parquet")
        columns = connection.table(table).columns
        connection.read_parquet(pattern, hive_partitioning=False, union_by_name=True).select(*columns).insert_into(
            table
        )
    connection.execute(opening.script("views.sql"))
    return connection


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
    return [table for (table,) in found if table not in _MADE_BY_MERGING]


def _write_table(store: Store, folder: Path, table: str) -> int:
    rows = store.connection.table(table)
    if table == "documents":
        dated = rows.set_alias("d").project(f"*, {_MONTH} AS month")
    elif "document" in rows.columns:
        documents = store.connection.table("documents").set_alias("d").project(f"id AS document_id, {_MONTH} AS month")
        joined = rows.set_alias("t").join(documents.set_alias("m"), "t.document = m.document_id", how="left")
        dated = joined.project("t.*, coalesce(m.month, 'undated') AS month")
    else:
        dated = rows.project("*, 'all' AS month")
    counted = len(rows)
    if counted:
        dated.to_parquet(str(folder / table), partition_by=["month"], compression="zstd")
    return counted
