"""The record file: documents go in as records, and stay there once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias

import duckdb

from memcon.errors import Error
from memcon.facts import Document, Made, Record
from memcon.store import corrections, identity, merging, opening, restoring, rows
from memcon.store.corrections import Correction
from memcon.store.merging import decisions
from memcon.store.merging.decisions import Decision

DEFAULT = "memcon.duckdb"
Outcome: TypeAlias = Literal["new", "known", "revised", "recoded"]
_HEAD = "SELECT * REPLACE ('' AS text) FROM documents WHERE id = ?"
_VERSIONS = """
    SELECT id FROM documents WHERE lineage IN (
        SELECT lineage FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[])))
"""
_FACT_TABLES = (
    "DELETE FROM words WHERE document = ?",
    "DELETE FROM mentions WHERE document = ?",
    "DELETE FROM actors WHERE document = ?",
    "DELETE FROM places WHERE document = ?",
    "DELETE FROM times WHERE document = ?",
    "DELETE FROM statement_actors WHERE document = ?",
    "DELETE FROM statements WHERE document = ?",
    "DELETE FROM figure_actors WHERE document = ?",
    "DELETE FROM figures WHERE document = ?",
    "DELETE FROM agreement_actors WHERE document = ?",
    "DELETE FROM agreements WHERE document = ?",
    "DELETE FROM event_actors WHERE document = ?",
    "DELETE FROM events WHERE document = ?",
    "DELETE FROM check_figures WHERE document = ?",
    "DELETE FROM checks WHERE document = ?",
)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: its id in the store, and whether it was new, known, a revision, or coded anew."""

    id: str
    outcome: Outcome


def default_path() -> Path:
    """The record file where none is named: that of the environment's MEMCON_RECORD, or memcon.duckdb in this folder."""
    return Path(os.environ.get("MEMCON_RECORD") or DEFAULT)


class Store:
    """A record file, open. Use it in a `with` block, or `close` it.

    One process at a time may have it open for writing; none may read it meanwhile. `connection` is DuckDB's own, for
    queries: values go in as parameters, and a result is fetched to its end (`fetchall`) before the next query.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, wait: float = 0.0) -> None:
        """Open the record file at `path`; unless `read_only`, make it where there is none. `wait` is in seconds."""
        self.path = Path(path)
        self.connection = opening.connect(self.path, read_only, wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is to be written and let others have the file."""
        self.connection.close()

    def query(self, query: str, *parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, each by the names of its columns."""
        return restoring.rows(self.connection, query, *parameters)

    def add(self, record: Record) -> Added:
        """Put in one record. See `add_all`."""
        return self.add_all([record])[0]

    def add_all(self, records: Iterable[Record]) -> list[Added]:
        """Put in records, all of them or, where it fails, none; tell what became of each.

        A document that is there already, coded by the same memcon, changes nothing. One of a known address or id whose
        text is new becomes the present version; the old one stays. One coded by another memcon has its facts replaced.
        Raises `Error` where a record is not whole.
        """
        with opening.transaction(self.connection):
            waiting = rows.none()
            added = [self._put(record, waiting) for record in records]
            self._write(waiting)
            self._settle([one for one in added if one.outcome != "known"])
        return added

    def record(self, id: str, corrected: bool = False) -> Record:
        """The record of a document, as it was coded, or (`corrected`) as people have it. Raises `Error` for none."""
        return restoring.record(self.connection, id, corrected)

    def correct(self, id: str, correction: Correction) -> None:
        """Keep what somebody says of the fact called `id`, and let it hold in the views. See `corrections.keep`."""
        with opening.transaction(self.connection):
            corrections.keep(self.connection, id, correction)
            document = id.partition("/")[0]
            corrections.apply(self.connection, document)
            merging.update(self.connection, [document])

    def decide(self, ids: Sequence[str], decision: Decision) -> None:
        """Keep what somebody says of the first of these facts and each of the others: that they tell the same, or not.

        Raises `Error` where there is no such fact, or where they are not of one kind.
        """
        with opening.transaction(self.connection):
            for other in ids[1:]:
                decisions.keep(self.connection, ids[0], other, decision)
            merging.update(self.connection, [id.partition("/")[0] for id in ids])

    def knows(self, document: Document, coding: str | None = None) -> bool:
        """Whether `document` is there, and coded by `coding` where that is given, so that reading it is needless.

        What the given document tells that is not known of the one there (its day, its title) makes it worth reading.
        """
        found = self.query(_HEAD, identity.document_id(document))
        if not found or (coding is not None and found[0]["coding"] != coding):
            return False
        known = restoring.document(found[0])
        return _completed(known, document) == known

    def _settle(self, changed: Sequence[Added]) -> None:
        """What follows from documents that have changed: people's words find their facts again, groups are renewed."""
        for one in changed:
            if one.outcome == "recoded":
                corrections.apply(self.connection, one.id)
                decisions.find_again(self.connection, one.id)
        ids = [one.id for one in changed]
        versions = self.connection.execute(_VERSIONS, [ids]).fetchall() if ids else []
        merging.update(self.connection, [id for (id,) in versions])

    def _put(self, record: Record, waiting: rows.Rows) -> Added:
        """Put in one record, its facts into the rows that wait to be written."""
        record.validate()
        document = record.document
        id = identity.document_id(document)
        coding = self._coding(record.memcon)
        found = self.query(_HEAD, id)
        if not found:
            revised = self._put_document(id, document, coding)
            self._put_facts(id, record, waiting)
            return Added(id, "revised" if revised else "new")
        known = restoring.document(found[0])
        completed = _completed(replace(known, text=document.text), document)
        if found[0]["coding"] == coding and replace(completed, text="") == known:
            return Added(id, "known")
        self._write(waiting)  # the document itself may be among them
        self._take_back(id, completed, coding)
        self._put_facts(id, replace(record, document=completed), waiting)
        return Added(id, "recoded")

    def _put_document(self, id: str, document: Document, coding: str) -> bool:
        """Write the row of a new document; give whether it is a new version of one that was there."""
        id_key, url_key = identity.id_key(document), identity.url_key(document.url)
        earlier = self.connection.execute(
            "SELECT lineage FROM documents WHERE url_key = $url OR id_key = $id "
            "ORDER BY url_key = $url DESC, arrival LIMIT 1",
            {"url": url_key, "id": id_key},
        ).fetchall()
        [(arrival,)] = self.connection.execute("SELECT coalesce(max(arrival), 0) + 1 FROM documents").fetchall()
        now = _now()
        self._append("documents", [
            (id, earlier[0][0] if earlier else id, arrival, document.id, id_key, url_key, document.title, document.url,
             document.publisher, document.author, _day(document.published), document.published_from,
             document.language, document.text, rows.words(document.text).total(), coding, now, now)
        ])  # fmt: skip
        return bool(earlier)

    def _take_back(self, id: str, document: Document, coding: str) -> None:
        """Delete the facts of a document that is coded anew."""
        for statement in _FACT_TABLES:
            self.connection.execute(statement, [id])
        self.connection.execute(
            "UPDATE documents SET title = ?, author = ?, publisher = ?, published = ?, published_from = ?, "
            "language = ?, coding = ?, coded = ? WHERE id = ?",
            [document.title, document.author, document.publisher, _day(document.published), document.published_from,
             document.language, coding, _now(), id],
        )  # fmt: skip

    def _put_facts(self, id: str, record: Record, waiting: rows.Rows) -> None:
        for table, made in rows.facts(record, id).items():
            waiting[table] += made

    def _write(self, waiting: rows.Rows) -> None:
        for table, made in waiting.items():
            self._append(table, made)
        waiting.clear()

    def _coding(self, made: Made) -> str:
        id = identity.coding_id(made)
        models = json.dumps(made.models, sort_keys=True, ensure_ascii=False)
        self.connection.execute(
            "INSERT INTO codings VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", [id, made.format, made.version, models]
        )
        return id

    def _append(self, table: str, made: Sequence[rows.Row]) -> None:
        if not made:
            return
        try:
            with self.connection.appender(table) as appender:
                appender.append_rows(made)
        except duckdb.Error as error:
            raise Error(f"{self.path}: cannot write to {table} ({str(error).partition(chr(10))[0]})") from error


def _completed(known: Document, given: Document) -> Document:
    """`known` with what only `given` tells. A day that somebody gives wins over one its source
    states, and that over one found in the text.
    """
    document = replace(
        known,
        title=known.title or given.title,
        publisher=known.publisher or given.publisher,
        author=known.author or given.author,
    )
    trust = {None: 0, "text": 1, "metadata": 2, "given": 3}
    more = trust[given.published_from] > trust[known.published_from]
    if given.published and (more or given.published_from == "given"):
        document = replace(document, published=given.published, published_from=given.published_from)
    return document


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
