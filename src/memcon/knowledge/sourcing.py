"""Which rows of the tables an entry stands on, and the sources they name."""

from __future__ import annotations

from memcon.knowledge.bodies import TABLES
from memcon.knowledge.entry import Entry
from memcon.knowledge.tables import rows


def sources_of(entry: Entry, name: str) -> list[str]:
    """A line for each row of the shipped tables that tells of `entry` under `name`, with its source."""
    kind, _, key = entry.key.partition(":")
    if kind == "state":
        metonyms = [f"source: {source} (metonyms.tsv)" for n, _, source in rows("metonyms.tsv", 3) if n == name]
        return metonyms or [f"source: {r[8]} (states.tsv)" for r in rows("states.tsv", 9) if r[0] == key]
    if kind == "org":
        return [f"source: {r[8]} ({table})" for table in TABLES for r in rows(table, 9) if r[0] == key]
    return [_term(row) for row in rows("holders.tsv", 8) if row[0] == entry.name]


def _term(row: list[str]) -> str:
    _, office, body, title, first, last, seen, source = row
    end = last or (f"at least {seen}" if seen else "")
    return f"{title or office}, {body}, {first or '?'} to {end or '?'}; source: {source} (holders.tsv)"
