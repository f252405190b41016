"""Statements of different documents that are the same words of the same speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from memcon.store.merging import words
from memcon.store.merging.kinds import Fact, Likeness
from memcon.store.restoring import rows

ALIKE = 0.6
"""Of the word pairs of either statement, those in both."""
INSIDE = 0.85
"""Of the word pairs of the shorter statement, those in the longer: a quotation cut short."""
_LONG_ENOUGH = 5
"""Words of a statement that is told from others by its words."""
_BUCKET = 15
"""Days within which the same words are looked for."""

_QUERY = """
    SELECT s.id, s.document, s.words, d.published FROM statements_now s JOIN documents_now d ON d.id = s.document
"""
_OF_DOCUMENTS = _QUERY + " WHERE s.document IN (SELECT unnest(?::VARCHAR[]))"
_OF_IDS = _QUERY + " WHERE s.id IN (SELECT unnest(?::VARCHAR[]))"
_SPEAKERS = """
    SELECT l.statement, a.key FROM statement_actors_now l JOIN actors_now a ON a.id = l.actor
    WHERE l.role = 'speaker' AND l.document IN (SELECT unnest(?::VARCHAR[]))
        AND a.document IN (SELECT unnest(?::VARCHAR[]))
"""


@dataclass(frozen=True, slots=True)
class Utterance(Fact):
    """A statement as merging sees it."""

    speakers: frozenset[str]
    length: int
    pairs: frozenset[str]
    published: date | None


class Utterances:
    """Statements that tell the same words."""

    name = "statement"

    def of_documents(self, connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> list[Utterance]:
        return _load(connection, _OF_DOCUMENTS, documents)

    def of_ids(self, connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Utterance]:
        return _load(connection, _OF_IDS, ids)

    def keys(self, fact: Utterance) -> Iterable[str]:
        if fact.length < _LONG_ENOUGH:
            return []
        if fact.published is None:
            buckets = ["undated"]
        else:
            bucket = fact.published.toordinal() // _BUCKET
            buckets = [str(bucket), str(bucket + 1)]
        return [f"{speaker}|{bucket}" for speaker in sorted(fact.speakers) for bucket in buckets]

    def likeness(self, one: Utterance, other: Utterance) -> Likeness | None:
        if one.document == other.document or not one.speakers & other.speakers:
            return None
        alike = words.jaccard(one.pairs, other.pairs)
        inside = words.shared(one.pairs, other.pairs)
        if alike < ALIKE and inside < INSIDE:
            return None
        speaker = sorted(one.speakers & other.speakers)[0]
        return Likeness(max(alike, inside), (f"speaker {speaker}", f"{inside:.0%} of the shorter's word pairs"))


def _load(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[str]) -> list[Utterance]:
    found = rows(connection, query, list(values))
    documents = sorted({row["document"] for row in found})
    speakers: dict[str, set[str]] = defaultdict(set)
    for statement, key in connection.execute(_SPEAKERS, [documents, documents]).fetchall():
        speakers[statement].add(key)
    return [_utterance(row, speakers.get(row["id"], set())) for row in found]


def _utterance(row: Mapping[str, Any], speakers: set[str]) -> Utterance:
    said = words.tokens(row["words"])
    return Utterance(
        row["id"], row["document"], frozenset(speakers), len(said), words.shingles(said, 2), row["published"]
    )
