"""Whether every key of a record file refers to a row that is there, which DuckDB is not asked to watch over."""

from __future__ import annotations

import duckdb

_ORPHANS = {
    "documents.coding": "SELECT id FROM documents WHERE coding NOT IN (SELECT id FROM codings)",
    "documents.lineage": "SELECT id FROM documents WHERE lineage NOT IN (SELECT id FROM documents)",
    "words.document": "SELECT DISTINCT document FROM words WHERE document NOT IN (SELECT id FROM documents)",
    "actors.document": "SELECT id FROM actors WHERE document NOT IN (SELECT id FROM documents)",
    "mentions.actor": "SELECT DISTINCT actor FROM mentions WHERE actor NOT IN (SELECT id FROM actors)",
    "places.document": "SELECT id FROM places WHERE document NOT IN (SELECT id FROM documents)",
    "times.document": "SELECT id FROM times WHERE document NOT IN (SELECT id FROM documents)",
    "statements.document": "SELECT id FROM statements WHERE document NOT IN (SELECT id FROM documents)",
    "statements.said_time": "SELECT id FROM statements WHERE said_time NOT IN (SELECT id FROM times)",
    "statements.within": "SELECT id FROM statements WHERE within NOT IN (SELECT id FROM statements)",
    "statement_actors.statement": "SELECT statement FROM statement_actors "
    "WHERE statement NOT IN (SELECT id FROM statements)",
    "statement_actors.actor": "SELECT statement FROM statement_actors WHERE actor NOT IN (SELECT id FROM actors)",
    "figures.document": "SELECT id FROM figures WHERE document NOT IN (SELECT id FROM documents)",
    "figures.period_time": "SELECT id FROM figures WHERE period_time NOT IN (SELECT id FROM times)",
    "figures.compared_figure": "SELECT id FROM figures WHERE compared_figure NOT IN (SELECT id FROM figures)",
    "figures.statement": "SELECT id FROM figures WHERE statement NOT IN (SELECT id FROM statements)",
    "figure_actors.figure": "SELECT figure FROM figure_actors WHERE figure NOT IN (SELECT id FROM figures)",
    "figure_actors.actor": "SELECT figure FROM figure_actors WHERE actor NOT IN (SELECT id FROM actors)",
    "agreements.document": "SELECT id FROM agreements WHERE document NOT IN (SELECT id FROM documents)",
    "agreements.place": "SELECT id FROM agreements WHERE place NOT IN (SELECT id FROM places)",
    "agreement_actors.agreement": "SELECT agreement FROM agreement_actors "
    "WHERE agreement NOT IN (SELECT id FROM agreements)",
    "agreement_actors.actor": "SELECT agreement FROM agreement_actors WHERE actor NOT IN (SELECT id FROM actors)",
    "events.document": "SELECT id FROM events WHERE document NOT IN (SELECT id FROM documents)",
    "events.when_time": "SELECT id FROM events WHERE when_time NOT IN (SELECT id FROM times)",
    "events.place": "SELECT id FROM events WHERE place NOT IN (SELECT id FROM places)",
    "events.statement": "SELECT id FROM events WHERE statement NOT IN (SELECT id FROM statements)",
    "event_actors.event": "SELECT event FROM event_actors WHERE event NOT IN (SELECT id FROM events)",
    "event_actors.actor": "SELECT event FROM event_actors WHERE actor NOT IN (SELECT id FROM actors)",
    "check_figures.check_id": "SELECT check_id FROM check_figures WHERE check_id NOT IN (SELECT id FROM checks)",
    "check_figures.figure": "SELECT check_id FROM check_figures WHERE figure NOT IN (SELECT id FROM figures)",
    "merged.document": "SELECT fact FROM merged WHERE document NOT IN (SELECT id FROM documents)",
    "corrections.document": "SELECT id FROM corrections WHERE document NOT IN (SELECT id FROM documents)",
}
"""Rows that refer to nothing, by the column that does."""


def faults(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """What is wrong with the keys of a record file, a line each; nothing where all is well."""
    told = []
    for column, query in _ORPHANS.items():
        rows = connection.execute(query).fetchall()
        if rows:
            told.append(f"{column} of {rows[0][0]} refers to no row ({len(rows)} such)")
    return told
