"""Opening a record file: waiting for whoever holds it, making its tables, bringing an older file up to date."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import duckdb

from memcon.errors import Error
from memcon.store import merging
from memcon.store.identity import digest

SCHEMA_VERSION = 2
_HOLDER = re.compile(r"held in (.+?) \(PID (\d+)\)")
_POLL = 0.2
SETTINGS: dict[str, str | bool] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "default_block_size": "65536",
}
"""DuckDB fetches nothing: all that is used is built in. Small blocks, of a new file, waste less on the many tables."""


def connect(path: Path, read_only: bool, wait: float) -> duckdb.DuckDBPyConnection:
    """A connection to the record file, made where there is none. Waits up to `wait` seconds for whoever holds it.

    Raises `Error` where there is no such file to read, where it is no record file, where it was made by a newer memcon,
    and where another process still holds it: the message names that process.
    """
    if read_only and not path.exists():
        raise Error(f"{path}: no such record; make one with memcon add, or name another with --record")
    connection = _wait_for(path, read_only, wait)
    try:
        _bring_up(connection, path, read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def script(name: str) -> str:
    """The text of a file of SQL beside this module."""
    return resources.files("memcon.store").joinpath(name).read_text("utf-8")


def _wait_for(path: Path, read_only: bool, wait: float) -> duckdb.DuckDBPyConnection:
    until = time.monotonic() + wait
    told = False
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config=dict(SETTINGS))
        except duckdb.IOException as error:
            holder = _HOLDER.search(str(error))
            if "not a valid DuckDB" in str(error):
                raise Error(f"{path}: is no record file") from error
            if "lock" not in str(error):
                raise Error(f"{path}: cannot be opened ({_first_line(error)})") from error
            who = f"process {holder[2]} ({holder[1]})" if holder else "another process"
            if time.monotonic() >= until:
                raise Error(f"{path}: held by {who}; try again when it is done, or wait longer with --wait") from error
            if not told:
                print(f"memcon: {path} is held by {who}; waiting for it", file=sys.stderr)
                told = True
            time.sleep(_POLL)
        except duckdb.Error as error:
            raise Error(f"{path}: is a broken record file ({_first_line(error)})") from error


def _bring_up(connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool) -> None:
    found = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    if not found and not read_only:
        create(connection)
        return
    if ("about",) not in found:
        raise Error(f"{path}: is a DuckDB file, but no record of memcon")
    version = schema_version(connection)
    if version > SCHEMA_VERSION:
        raise Error(f"{path}: was made by a newer memcon (schema {version}); this one knows {SCHEMA_VERSION}")
    if read_only:
        if version < SCHEMA_VERSION:
            raise Error(f"{path}: has the older schema {version}; memcon failures --forget --record {path} renews it")
        return
    with transaction(connection):
        if version < SCHEMA_VERSION:
            from memcon.store import migrations

            migrations.run(connection, version, SCHEMA_VERSION)
        renew(connection)


def schema_version(connection: duckdb.DuckDBPyConnection) -> int:
    """The schema version of an open file."""
    [(version,)] = connection.execute("SELECT schema_version FROM about").fetchall()
    return int(version)


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables and views in an empty file, all at once."""
    import memcon

    with transaction(connection):
        connection.execute(script("schema.sql"))
        connection.execute(
            "INSERT INTO about VALUES (?, ?, ?, '')", [SCHEMA_VERSION, memcon.__version__, merging.RULES]
        )
        renew(connection)


def renew(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the views up to date, and the keys by which copies are found, where an older memcon has made them."""
    [(views, sketch)] = connection.execute("SELECT views, sketch FROM about").fetchall()
    now = digest(script("views.sql"))
    if views != now:
        connection.execute(script("views.sql"))
        connection.execute("UPDATE about SET views = ?", [now])
    if sketch != merging.RULES:
        merging.update(connection, [id for (id,) in connection.execute("SELECT id FROM documents").fetchall()])
        connection.execute("UPDATE about SET sketch = ?", [merging.RULES])


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All that is done in the block, or, where it fails, nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
