"""Some documents of a record, cut out so that many questions about them cost little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb

from memcon.answers.filters import is_party, values
from memcon.answers.parties import Party
from memcon.store import opening

_TABLES = ("actors", "mentions", "places", "times", "statements", "statement_actors", "figures", "figure_actors",
           "agreements", "agreement_actors", "events", "event_actors", "checks", "check_figures", "merged")  # fmt: skip


@contextmanager
def cut(connection: duckdb.DuckDBPyConnection, parties: Sequence[Party]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection whose tables and views hold only the documents that name all `parties`."""
    named = " AND ".join(
        f"id IN (SELECT a.document FROM actors a WHERE {is_party(party, f'party_{n}')})"
        for n, party in enumerate(parties)
    )
    with _cut(connection, named, dict(values(parties))) as near:
        yield near


@contextmanager
def cut_documents(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection whose tables and views hold only these documents."""
    with _cut(connection, "id IN (SELECT unnest($ids))", {"ids": list(ids)}) as near:
        yield near


@contextmanager
def _cut(
    connection: duckdb.DuckDBPyConnection, condition: str, parameters: dict[str, Any]
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables and views of the documents for which `condition` holds.

    With them come their other versions, and the documents that are merged with any of them, so that what counts and how
    often a happening is told stay what they are in the whole record. The tables are temporary: the file is not touched.
    """
    cursor = connection.cursor()
    try:
        cursor.execute(
            f"""CREATE TEMP TABLE near AS
            WITH named AS (SELECT id, lineage FROM documents WHERE {condition}),
            alike AS (
                SELECT document FROM merged
                WHERE head IN (SELECT head FROM merged WHERE document IN (SELECT id FROM named))
            )
            SELECT id FROM documents WHERE lineage IN (
                SELECT lineage FROM documents WHERE id IN (SELECT id FROM named UNION SELECT document FROM alike)
            )""",
            parameters,
        )
        cursor.execute("CREATE TEMP TABLE documents AS SELECT * FROM documents WHERE id IN (SELECT id FROM near)")
        for table in _TABLES:
            cursor.execute(
                f"CREATE TEMP TABLE {table} AS SELECT * FROM {table} "
                "WHERE document IS NULL OR document IN (SELECT id FROM near)"
            )
        cursor.execute(opening.script("views.sql").replace("CREATE OR REPLACE VIEW", "CREATE TEMP VIEW"))
        yield cursor
    finally:
        cursor.close()
