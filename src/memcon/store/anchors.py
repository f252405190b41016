"""Where a fact stands in its document, by which it is found again after the document has been coded anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from memcon.errors import Error

TABLES: Mapping[str, str] = {
    "a": "actors",
    "p": "places",
    "t": "times",
    "s": "statements",
    "f": "figures",
    "g": "agreements",
    "e": "events",
    "c": "checks",
}
"""The table of a fact, by the letter its id in the record begins with."""
_SPANS = {
    "actors": "SELECT actor, start, stop FROM mentions WHERE document = ? AND n = 1",
    "places": "SELECT id, start, stop FROM places WHERE document = ?",
    "times": "SELECT id, start, stop FROM times WHERE document = ?",
    "statements": "SELECT id, content[1].start, content[-1].stop FROM statements WHERE document = ?",
    "figures": "SELECT id, start, stop FROM figures WHERE document = ?",
    "agreements": "SELECT id, mentions[1].start, mentions[1].stop FROM agreements WHERE document = ?",
    "events": "SELECT id, trigger.start, trigger.stop FROM events WHERE document = ?",
    "checks": "SELECT c.check_id, f.start, f.stop FROM check_figures c JOIN figures f ON f.id = c.figure "
    "WHERE c.document = ? AND c.n = 1",
}
_ENOUGH = 0.5
"""Of the characters that either span covers, those both cover, where the new coding has drawn it otherwise."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A fact's characters, and its number (from 0) among the facts of its table that stand just there."""

    table: str
    document: str
    start: int
    stop: int
    among: int


def table(id: str) -> str:
    """The table of the fact called `id`. Raises `Error` where that is no fact's id."""
    _, slash, local = id.rpartition("/")
    if not slash:
        return "documents"
    if local[:1] not in TABLES:
        raise Error(f"{id}: is no id of a fact, such as 0123456789abcdef/e1")
    return TABLES[local[0]]


def of(connection: duckdb.DuckDBPyConnection, id: str) -> Anchor:
    """Where the coder's fact called `id` stands. Raises `Error` where there is none."""
    where, document = table(id), id.partition("/")[0]
    if where == "documents":
        return Anchor(where, document, 0, 0, 0)
    spans = _spans(connection, where, document)
    if id not in spans:
        raise Error(f"{id}: no such fact in the record")
    same = [other for other, span in spans.items() if span == spans[id]]
    return Anchor(where, document, *spans[id], same.index(id))


def find(connection: duckdb.DuckDBPyConnection, anchor: Anchor) -> str | None:
    """The coder's fact that stands there now, or None."""
    if anchor.table == "documents":
        return anchor.document
    spans = _spans(connection, anchor.table, anchor.document)
    same = [id for id, span in spans.items() if span == (anchor.start, anchor.stop)]
    if same:
        return same[min(anchor.among, len(same) - 1)]
    best = max(spans, key=lambda id: _overlap(spans[id], (anchor.start, anchor.stop)), default=None)
    if best is None or _overlap(spans[best], (anchor.start, anchor.stop)) < _ENOUGH:
        return None
    return best


def _spans(connection: duckdb.DuckDBPyConnection, where: str, document: str) -> dict[str, tuple[int, int]]:
    """The spans of the coder's facts of a document, in the order of the text."""
    found = connection.execute(_SPANS[where], [document]).fetchall()
    kept = [(start, stop, len(id), id) for id, start, stop in found if not id.endswith("~")]
    return {id: (start, stop) for start, stop, _, id in sorted(kept)}


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))
