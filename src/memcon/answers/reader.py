"""A record opened for questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias

import duckdb

from memcon.answers import dyads, facts, searching, slicing
from memcon.answers.answer import Answer, Row
from memcon.answers.briefing import STANDS_FOR, Brief, brief
from memcon.answers.filters import Asked
from memcon.answers.parties import Party, party
from memcon.errors import Error
from memcon.facts import Record
from memcon.knowledge import Base, default_base
from memcon.store import Store, restoring

Pair: TypeAlias = tuple[str, str]
_RECORDS_AT_ONCE = 200
Kind: TypeAlias = Literal["documents", "events", "statements", "figures", "agreements"]


class Reader:
    """A record file, open for reading: each question gives an `Answer` of rows, or a table for pyarrow, pandas, polars.

    Questions take `pair` (two parties, each a code or a name) or `party` (one), `person` (a name or part of one), and
    the days `from_` and `to`, both included. Facts are as people have corrected them. Use it in a `with` block.
    """

    def __init__(self, path: str | Path, *, base: Base | None = None, wait: float = 0.0) -> None:
        """Open the record file at `path`. Raises `memcon.Error` where there is none or somebody is writing to it."""
        self._store = Store(path, read_only=True, wait=wait)
        self._base = base or default_base()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others have the file."""
        self._store.close()

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """DuckDB's own connection, for queries of one's own."""
        return self._store.connection

    def party(self, given: str) -> Party:
        """Whom a code or name means. Raises `memcon.Error` where it may mean several, or nobody in this record."""
        found = party(given, self._base)
        if found.name is not None:
            rows = self._rows("SELECT any_value(name) AS name FROM actors WHERE lower(name) = $name", name=found.name)
            if rows[0]["name"] is None:
                raise Error(f"nobody called {given!r} is in the record{self._like(given)}")
            found = Party(rows[0]["name"], name=found.name)
        return found

    def events(
        self,
        pair: Pair | None = None,
        party: str | None = None,
        person: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        types: Sequence[str] = (),
        statuses: Sequence[str] = (),
        merged: bool = True,
    ) -> Answer:
        """Events by day. With `merged`, one row a happening, however many reports tell it; else one row a report.

        `types` are PLOVER's (CONSULT, AGREE, …); `statuses` are actual, future, hypothetical, negated, historical. Of a
        pair, one has done something to the other, or both did it together.
        """
        asked = self._asked(pair, party, person, from_, to, types, statuses)
        return self._answer(*facts.events(asked, merged))

    def statements(
        self,
        pair: Pair | None = None,
        party: str | None = None,
        person: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        kinds: Sequence[str] = (),
    ) -> Answer:
        """Statements by day, the same words of one speaker once. Of a pair, one speaks to the other or of the other."""
        return self._answer(*facts.statements(self._asked(pair, party, person, from_, to, kinds)))

    def figures(
        self,
        pair: Pair | None = None,
        party: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        indicators: Sequence[str] = (),
    ) -> Answer:
        """Figures by indicator and period, each with the gravest verdict of its checks. Of a pair, both are parties."""
        return self._answer(*facts.figures(self._asked(pair, party, None, from_, to, indicators)))

    def agreements(
        self,
        pair: Pair | None = None,
        party: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        kinds: Sequence[str] = (),
    ) -> Answer:
        """Agreements by name, with the reports that name them."""
        return self._answer(*facts.agreements(self._asked(pair, party, None, from_, to, kinds)))

    def checks(self, figures: Sequence[str]) -> Answer:
        """The checks in which any of these figures (by id) takes part."""
        return self._answer(*facts.checks(list(figures)))

    def timeline(
        self,
        pair: Pair | None = None,
        party: str | None = None,
        person: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Answer:
        """What took place, by day: events that are actual or historical."""
        return self.events(pair, party, person, from_, to, statuses=("actual", "historical"))

    def upcoming(
        self, pair: Pair | None = None, party: str | None = None, person: str | None = None, after: str | None = None
    ) -> Answer:
        """What is announced: events to come on or after the day `after`.

        Those whose day is not known count for `briefing.STANDS_FOR` days after their report. Without `after` it is the
        day of the latest report, so that the same record gives the same answer on every day.
        """
        after = after or self.latest()
        query, parameters = facts.events(self._asked(pair, party, person, statuses=("future",)), merged=True)
        query = (
            f"SELECT * FROM ({query}) WHERE coalesce(last_day, first_day, published + {STANDS_FOR}) IS NULL "
            f"OR coalesce(last_day, first_day, published + {STANDS_FOR}) >= CAST($after AS DATE) "
            "ORDER BY first_day NULLS LAST, published DESC NULLS LAST, id"
        )
        return self._answer(query, {**parameters, "after": after})

    def dyads(
        self,
        pair: Pair | None = None,
        party: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        types: Sequence[str] = (),
        per: dyads.Per = "month",
        directed: bool = True,
        merged: bool = True,
    ) -> Answer:
        """Counts of actual events by quad class, mean PLOVER and Goldstein score and net cooperation.

        One row for each pair of countries (`source`, `target`) and span of time (`per`: day, week, month, quarter,
        year) that has any; undirected, each pair once, its codes in alphabetical order.
        """
        return self._answer(*dyads.counts(self._asked(pair, party, None, from_, to, types), per, directed, merged))

    def find(
        self,
        words: str,
        kind: Kind = "documents",
        pair: Pair | None = None,
        party: str | None = None,
        person: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        types: Sequence[str] = (),
        most: int = 20,
    ) -> list[Row]:
        """What has all these words, in any of their forms, and "quoted phrases" as they are; the best first (BM25).

        Documents come with a `snippet`; events, statements, figures and agreements are those whose own words match.
        """
        asked = self._asked(pair, party, person, from_, to, types)
        return searching.find(self.connection, words, kind, asked, most)

    def brief(self, pair: Pair, from_: str | None = None, to: str | None = None) -> Brief:
        """All that is known of a pair: meetings, timeline, statements, agreements, figures with checks and series, what
        is to come, and cooperation and conflict by month. Figures count by the day on which they are reported.
        """
        parties = (self.party(pair[0]), self.party(pair[1]))
        with slicing.cut(self.connection, parties) as near:
            return brief(near, parties, from_, to, self.latest())

    def documents(self, ids: Sequence[str] | None = None) -> Answer:
        """These documents (by id), or all, by day, without texts; `head` is the one each is a copy of, or itself."""
        return self._answer(*facts.documents(ids))

    def happenings(self) -> Answer:
        """Happenings that several reports tell: the events (by id) that tell each, the first report's first, and by how
        many reports, copies of one another counting once, and how many publishers."""
        return self._answer(*facts.happenings())

    def records(self) -> Iterator[Record]:
        """The records of all documents, as people have corrected them, by day; each document's id is that in the file.

        Of a document the present version counts, and of copies of one another the first.
        """
        rows = self._rows("SELECT id FROM documents_now WHERE id = head ORDER BY published NULLS LAST, id")
        ruled = {
            row["document"] for row in self._rows("SELECT DISTINCT document FROM rulings WHERE action <> 'withdraw'")
        }
        for batch in _batches([row["id"] for row in rows]):
            with slicing.cut_documents(self.connection, batch) as near:
                for id in batch:
                    record = restoring.record(near, id, corrected=id in ruled)
                    yield replace(record, document=replace(record.document, id=id))

    def latest(self) -> str | None:
        """The day of the latest report, ISO 8601; None where no report has a day."""
        [row] = self._rows("SELECT max(published) AS day FROM documents_now")
        return row["day"].isoformat() if row["day"] else None

    def _asked(
        self,
        pair: Pair | None,
        party: str | None,
        person: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        types: Sequence[str] = (),
        statuses: Sequence[str] = (),
    ) -> Asked:
        if pair is not None and party is not None:
            raise Error("a pair and a party; give one of them")
        given = pair if pair is not None else (party,) if party is not None else ()
        parties = tuple(self.party(name) for name in given)
        return Asked(parties, person, from_, to, tuple(types), tuple(statuses))

    def _answer(self, query: str, parameters: dict[str, Any]) -> Answer:
        return Answer(self.connection, query, parameters)

    def _rows(self, query: str, **parameters: Any) -> list[Row]:
        return self._answer(query, parameters).rows()

    def _like(self, given: str) -> str:
        """Names in the record that are spelled much like `given`, as a question."""
        near = "list_max(list_transform(list_append(string_split(lower(name), ' '), lower(name)), " \
               "lambda part: jaro_winkler_similarity(part, $name)))"  # fmt: skip
        rows = self._rows(
            f"SELECT name, {near} AS near FROM (SELECT DISTINCT name FROM actors) "
            "WHERE near > 0.9 ORDER BY near DESC, name LIMIT 3",
            name=given.casefold(),
        )
        return f"; did you mean {' or '.join(row['name'] for row in rows)}?" if rows else ""


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _RECORDS_AT_ONCE):
        yield ids[start : start + _RECORDS_AT_ONCE]
