"""What people have put together and taken apart. It overrules what merging finds, and survives coding anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias

import duckdb

from memcon.errors import Error
from memcon.store import anchors
from memcon.store.identity import digest
from memcon.store.merging.groups import Pair

Verdict: TypeAlias = Literal["merge", "split", "withdraw"]
KINDS = {"documents": "document", "events": "event", "statements": "statement", "figures": "figure"}
"""What `merged.kind` calls the facts of a table."""

_NOW = """
    SELECT a, b, verdict FROM decisions WHERE kind = ? AND a IS NOT NULL AND b IS NOT NULL AND a <> b
    QUALIFY row_number() OVER (PARTITION BY kind, a_document, a_start, a_stop, a_among,
        b_document, b_start, b_stop, b_among ORDER BY n DESC) = 1
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's word on two facts."""

    verdict: Verdict
    person: str
    why: str


def keep(connection: duckdb.DuckDBPyConnection, one: str, other: str, decision: Decision) -> None:
    """Write down a decision on two facts, by their ids. Raises `Error` where there are no such facts."""
    if anchors.table(one) != anchors.table(other) or anchors.table(one) not in KINDS:
        raise Error(f"{one} and {other}: cannot be merged; both must be documents, events, statements or figures")
    (first, a), (second, b) = sorted(((anchors.of(connection, id), id) for id in (one, other)), key=_place)
    [(n,)] = connection.execute("SELECT coalesce(max(n), 0) + 1 FROM decisions").fetchall()
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    connection.execute(
        "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [digest("decision", a, b, str(n)), n, KINDS[first.table], decision.verdict,
         a, first.document, first.start, first.stop, first.among,
         b, second.document, second.start, second.stop, second.among,
         decision.person, now, decision.why],
    )  # fmt: skip


def _place(found: tuple[anchors.Anchor, str]) -> tuple[str, int, int, int]:
    return found[0].document, found[0].start, found[0].stop, found[0].among


def pairs(connection: duckdb.DuckDBPyConnection, kind: str) -> tuple[list[Pair], list[Pair]]:
    """The pairs that are put together, and those that are taken apart."""
    found = connection.execute(_NOW, [kind]).fetchall()
    joined = sorted((min(a, b), max(a, b)) for a, b, verdict in found if verdict == "merge")
    parted = sorted((min(a, b), max(a, b)) for a, b, verdict in found if verdict == "split")
    return joined, parted


def facts(connection: duckdb.DuckDBPyConnection, kind: str, documents: Sequence[str]) -> set[str]:
    """The facts of these documents, and those of others, on which there is a decision together."""
    found = connection.execute(
        "SELECT a, b FROM decisions WHERE kind = $kind AND (a_document IN (SELECT unnest($documents::VARCHAR[])) "
        "OR b_document IN (SELECT unnest($documents::VARCHAR[])))",
        {"kind": kind, "documents": list(documents)},
    ).fetchall()
    return {fact for pair in found for fact in pair if fact}


def find_again(connection: duckdb.DuckDBPyConnection, document: str) -> None:
    """After `document` has been coded anew: point the decisions at what now stands where their facts stood."""
    found = connection.execute(
        "SELECT id, kind, a_document, a_start, a_stop, a_among, b_document, b_start, b_stop, b_among FROM decisions "
        "WHERE a_document = $document OR b_document = $document",
        {"document": document},
    ).fetchall()
    tables = {kind: table for table, kind in KINDS.items()}
    for id, kind, *places in found:
        one, other = (anchors.Anchor(tables[kind], *place) for place in (places[:4], places[4:]))
        connection.execute(
            "UPDATE decisions SET a = ?, b = ? WHERE id = ?",
            [anchors.find(connection, one), anchors.find(connection, other), id],
        )
