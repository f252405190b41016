"""A person's own SQL, run so that it can read the record and nothing else."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from memcon.errors import Error

_READING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
_LOCKED = (
    # DuckDB 2.0 takes the outer join of the views for empty where nothing is merged, and drops a LIMIT over it.
    "SET disabled_optimizers = 'statistics_propagation'",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
"""No file, address, extension or other database can be reached, and no query can undo that."""


@dataclass(frozen=True, slots=True)
class Result:
    """Names of the columns, rows, and whether there were more rows than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool


def run(
    path: str | Path, query: str, most: int | None = None, seconds: float | None = None, wait: float = 0.0
) -> Result:
    """The rows of one SELECT (or EXPLAIN, DESCRIBE, SHOW) over the record file at `path`.

    The file is opened for reading only, without access to anything else. At most `most` rows are given; after
    `seconds` the query is stopped. `wait` is how long to wait for whoever writes to the file. Raises `memcon.Error`
    where it is no such statement, fails, or takes longer.
    """
    from memcon.store import Store

    with Store(path, read_only=True, wait=wait) as store:
        connection = store.connection
        for setting in _LOCKED:
            connection.execute(setting)
        return _run(connection, _statement(query), most, seconds)


def _statement(query: str) -> str:
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise Error(f"no SQL that can be read: {_told(error)}") from error
    if len(statements) != 1:
        raise Error(f"{len(statements)} statements; give one")
    if statements[0].type not in _READING:
        raise Error(f"a {statements[0].type.name} statement; only SELECT, EXPLAIN, DESCRIBE and SHOW are run")
    return statements[0].query


def _run(connection: duckdb.DuckDBPyConnection, query: str, most: int | None, seconds: float | None) -> Result:
    timer = threading.Timer(seconds, connection.interrupt) if seconds is not None else None
    if timer:
        timer.start()
    try:
        result = connection.execute(query)
        columns = tuple(column[0] for column in result.description or ())
        rows = result.fetchall() if most is None else result.fetchmany(most + 1)
    except duckdb.InterruptException as error:
        raise Error(f"stopped after {seconds:g} s; ask for less") from error
    except duckdb.Error as error:
        raise Error(_told(error)) from error
    finally:
        if timer:
            timer.cancel()
    kept = rows if most is None else rows[:most]
    return Result(columns, tuple(kept), len(rows) > len(kept))


def _told(error: Exception) -> str:
    """DuckDB's message, on one line."""
    return " ".join(str(error).split())
