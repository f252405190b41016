"""From each schema version of a record file to the next, within the transaction that opens the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import duckdb

Migration = Callable[[duckdb.DuckDBPyConnection], None]


def run(connection: duckdb.DuckDBPyConnection, version: int, wanted: int) -> None:
    """Bring a file from schema `version` to the one `wanted`, step by step."""
    for step in range(version, wanted):
        MIGRATIONS[step](connection)
    connection.execute("UPDATE about SET schema_version = ?", [wanted])


def _merge_documents(connection: duckdb.DuckDBPyConnection) -> None:
    """1 to 2: merging across documents. The tables are made here, and filled by `opening.renew`."""
    connection.execute("ALTER TABLE about ADD COLUMN sketch VARCHAR DEFAULT ''")
    connection.execute("ALTER TABLE about ADD COLUMN views VARCHAR DEFAULT ''")
    connection.execute(
        "CREATE TABLE sketches (kind VARCHAR NOT NULL, hash UBIGINT NOT NULL, fact VARCHAR NOT NULL, "
        "document VARCHAR NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE links (kind VARCHAR NOT NULL, a VARCHAR NOT NULL, b VARCHAR NOT NULL, weight DOUBLE NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE decisions (id VARCHAR PRIMARY KEY, n BIGINT NOT NULL, kind VARCHAR NOT NULL, "
        "verdict VARCHAR NOT NULL, a VARCHAR, a_document VARCHAR NOT NULL, a_start INTEGER NOT NULL, "
        "a_stop INTEGER NOT NULL, a_among INTEGER NOT NULL, b VARCHAR, b_document VARCHAR NOT NULL, "
        "b_start INTEGER NOT NULL, b_stop INTEGER NOT NULL, b_among INTEGER NOT NULL, person VARCHAR NOT NULL, "
        "made TIMESTAMP NOT NULL, why VARCHAR NOT NULL)"
    )


MIGRATIONS: Mapping[int, Migration] = {1: _merge_documents}
"""What brings a file of that schema version to the next."""
