"""Figures of different documents that give the same quantity: one indicator, the same parties, the same period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from memcon.store.merging.kinds import Fact, Likeness
from memcon.store.merging.parties import Party, party
from memcon.store.restoring import rows

_QUERY = "SELECT * FROM figures_now"
_OF_DOCUMENTS = _QUERY + " WHERE document IN (SELECT unnest(?::VARCHAR[]))"
_OF_IDS = _QUERY + " WHERE id IN (SELECT unnest(?::VARCHAR[]))"
_PARTIES = """
    SELECT l.figure, l.role, a.key, a.country, a.kind, a.name
    FROM figure_actors_now l JOIN actors_now a ON a.id = l.actor
    WHERE l.document IN (SELECT unnest(?::VARCHAR[])) AND a.document IN (SELECT unnest(?::VARCHAR[]))
"""


@dataclass(frozen=True, slots=True)
class Quantity(Fact):
    """A figure as merging sees it: what it measures (None where that is not known well enough to compare)."""

    measure: str | None


class Quantities:
    """Figures that give the same quantity. Whether they agree is for the check between them to tell."""

    name = "figure"

    def of_documents(self, connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> list[Quantity]:
        return _load(connection, _OF_DOCUMENTS, documents)

    def of_ids(self, connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Quantity]:
        return _load(connection, _OF_IDS, ids)

    def keys(self, fact: Quantity) -> Iterable[str]:
        return [fact.measure] if fact.measure else []

    def likeness(self, one: Quantity, other: Quantity) -> Likeness | None:
        if one.measure is None or one.measure != other.measure or one.document == other.document:
            return None
        return Likeness(1.0, (one.measure,))


def _load(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[str]) -> list[Quantity]:
    found = rows(connection, query, list(values))
    documents = sorted({row["document"] for row in found})
    parties: dict[str, list[Party]] = defaultdict(list)
    for figure, *rest in connection.execute(_PARTIES, [documents, documents]).fetchall():
        parties[figure].append(party(*rest))
    return [Quantity(row["id"], row["document"], _measure(row, parties.get(row["id"], []))) for row in found]


def _measure(row: Mapping[str, Any], parties: Sequence[Party]) -> str | None:
    """What a figure measures: indicator, unit, parties in their roles, period; and whether it is level or growth."""
    if row["indicator"] is None or not parties or row["period_first_day"] is None:
        return None
    roles = ", ".join(sorted({f"{p.role} {p.block}" for p in parties}))
    change = row["change"] if row["change"] in ("up", "down") else "level"
    period = f"{row['period_first_day']}/{row['period_last_day']}"
    compared = row["compared_kind"] or ""
    return f"{row['indicator']} | {row['unit'] or ''} | {change} {compared} | {roles} | {period}"
