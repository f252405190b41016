"""Rows of the tables back into the record they were made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import duckdb

from memcon.errors import Error
from memcon.facts import (
    Actor,
    Agreement,
    Check,
    Comparison,
    Document,
    Event,
    Figure,
    Made,
    Mention,
    Place,
    Record,
    Span,
    Statement,
    Time,
    When,
)

Columns = dict[str, Any]
_QUERIES = {
    "actors": "SELECT * FROM actors WHERE document = ? AND maker = 'coder'",
    "places": "SELECT * FROM places WHERE document = ? AND maker = 'coder'",
    "times": "SELECT * FROM times WHERE document = ? AND maker = 'coder'",
    "statements": "SELECT * FROM statements WHERE document = ? AND maker = 'coder'",
    "figures": "SELECT * FROM figures WHERE document = ? AND maker = 'coder'",
    "agreements": "SELECT * FROM agreements WHERE document = ? AND maker = 'coder'",
    "events": "SELECT * FROM events WHERE document = ? AND maker = 'coder'",
    "checks": "SELECT * FROM checks WHERE document = ? AND maker = 'coder'",
}
_CORRECTED = {
    "actors": "SELECT * FROM actors_now WHERE document = ?",
    "places": "SELECT * FROM places_now WHERE document = ?",
    "times": "SELECT * FROM times_now WHERE document = ?",
    "statements": "SELECT * FROM statements_now WHERE document = ?",
    "figures": "SELECT * FROM figures_now WHERE document = ?",
    "agreements": "SELECT * FROM agreements_now WHERE document = ?",
    "events": "SELECT * FROM events_now WHERE document = ?",
    "checks": "SELECT * FROM checks_now WHERE document = ?",
}
_PARTIES = """
    SELECT statement AS fact, role, n, actor FROM statement_actors WHERE document = $document
    UNION ALL SELECT figure, role, n, actor FROM figure_actors WHERE document = $document
    UNION ALL SELECT agreement, role, n, actor FROM agreement_actors WHERE document = $document
    UNION ALL SELECT event, role, n, actor FROM event_actors WHERE document = $document
    UNION ALL SELECT check_id, 'figure', n, figure FROM check_figures WHERE document = $document
    ORDER BY fact, role, n
"""
_PARTIES_NOW = """
    SELECT statement AS fact, role, n, actor FROM statement_actors_now WHERE document = $document
    UNION ALL SELECT figure, role, n, actor FROM figure_actors_now WHERE document = $document
    UNION ALL SELECT agreement, role, n, actor FROM agreement_actors_now WHERE document = $document
    UNION ALL SELECT event, role, n, actor FROM event_actors_now WHERE document = $document
    UNION ALL SELECT check_id, 'figure', n, figure FROM check_figures_now WHERE document = $document
    ORDER BY fact, role, n
"""
_MENTIONS = "SELECT * FROM mentions WHERE document = ? ORDER BY actor, n"
_MENTIONS_NOW = "SELECT * FROM mentions_now WHERE document = ? ORDER BY actor, n"


def record(connection: duckdb.DuckDBPyConnection, id: str, corrected: bool = False) -> Record:
    """The record of the document called `id`, as the coder gave it, or (`corrected`) as people have it."""
    found = rows(connection, "SELECT d.*, c.format, c.version, c.models FROM documents d JOIN codings c "
                             "ON c.id = d.coding WHERE d.id = ?", id)  # fmt: skip
    if not found:
        raise Error(f"{id}: no such document in the record")
    parties = connection.execute(_PARTIES_NOW if corrected else _PARTIES, {"document": id}).fetchall()
    links = _Links(parties, rows(connection, _MENTIONS_NOW if corrected else _MENTIONS, id))
    lists = {}
    for kind, query in (_CORRECTED if corrected else _QUERIES).items():
        made = [_MAKERS[kind](row, links) for row in rows(connection, query, id)]
        lists[kind] = tuple(sorted(made, key=lambda fact: _order(fact.id)))
    head = found[0]
    return Record(
        Made(head["format"], head["version"], json.loads(head["models"])),
        document(head),
        **lists,
    )


def document(row: Columns) -> Document:
    """The document of a row of `documents`."""
    return Document(
        text=row["text"],
        id=row["given_id"],
        title=row["title"],
        url=row["url"],
        publisher=row["publisher"],
        author=row["author"],
        published=_day(row["published"]),
        published_from=row["published_from"],
        language=row["language"],
    )


def rows(connection: duckdb.DuckDBPyConnection, query: str, *parameters: Any) -> list[Columns]:
    """The rows of a query, each by the names of its columns."""
    result = connection.execute(query, parameters)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


class _Links:
    """What a document's facts refer to: actors by role, mentions, figures of checks."""

    def __init__(self, parties: Iterable[tuple[str, str, int, str]], mentions: Iterable[Columns]) -> None:
        self._parties: dict[tuple[str, str], list[str]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        for fact, role, _, other in parties:
            self._parties.setdefault((fact, role), []).append(local(other) or "")
        for row in mentions:
            mention = Mention(row["start"], row["stop"], row["text"], row["via"], row["how"])
            self._mentions.setdefault(row["actor"], []).append(mention)

    def of(self, fact: str, role: str) -> tuple[str, ...]:
        return tuple(self._parties.get((fact, role), ()))

    def mentions(self, actor: str) -> tuple[Mention, ...]:
        return tuple(self._mentions.get(actor, ()))


def local(id: str | None) -> str | None:
    """What the record calls the fact that the store calls `id`."""
    return None if id is None else id.rpartition("/")[2]


def _order(id: str) -> tuple[str, int, str]:
    letters = id.rstrip("0123456789")
    return letters, int(id[len(letters) :] or 0), id


def _actor(row: Columns, links: _Links) -> Actor:
    return Actor(local(row["id"]) or "", row["name"], row["kind"], row["country"], row["sector"], row["role"],
                 row["wikidata"], row["known"], links.mentions(row["id"]))  # fmt: skip


def _place(row: Columns, links: _Links) -> Place:
    return Place(local(row["id"]) or "", row["start"], row["stop"], row["text"], row["name"], row["country"],
                 row["lat"], row["lon"], row["geonames"])  # fmt: skip


def _time(row: Columns, links: _Links) -> Time:
    return Time(local(row["id"]) or "", row["start"], row["stop"], row["text"], row["type"], row["value"], row["mod"],
                _day(row["first_day"]), _day(row["last_day"]))  # fmt: skip


def _statement(row: Columns, links: _Links) -> Statement:
    return Statement(
        id=local(row["id"]) or "",
        kind=row["kind"],
        source=_span(row["source"]),
        cue=_span(row["cue"]),
        content=_spans(row["content"]),
        speakers=links.of(row["id"], "speaker"),
        addressees=links.of(row["id"], "addressee"),
        medium=row["medium"],
        said=_when(row, "said"),
        within=local(row["within"]),
        cue_class=row["cue_class"],
        decided_by=row["decided_by"],
        flags=tuple(row["flags"]),
    )


def _figure(row: Columns, links: _Links) -> Figure:
    compared = None
    if row["compared_kind"] is not None:
        compared = Comparison(row["compared_kind"], local(row["compared_figure"]), _when(row, "compared"))
    return Figure(
        id=local(row["id"]) or "",
        span=Span(row["start"], row["stop"], row["text"]),
        value=row["value"] if row["value_high"] is None else (row["value"], row["value_high"]),
        unit=row["unit"],
        unit_name=row["unit_name"],
        change=row["change"],
        indicator=row["indicator"],
        indicator_text=_span(row["indicator_text"]),
        between=links.of(row["id"], "between"),
        from_=links.of(row["id"], "from"),
        to=links.of(row["id"], "to"),
        period=_when(row, "period"),
        compared_with=compared,
        same_as=tuple(local(other) or "" for other in row["same_as"]),
        statement=local(row["statement"]),
    )


def _agreement(row: Columns, links: _Links) -> Agreement:
    return Agreement(local(row["id"]) or "", row["name"], row["kind"], links.of(row["id"], "party"),
                     _spans(row["mentions"]), _when(row, "when"), local(row["place"]))  # fmt: skip


def _event(row: Columns, links: _Links) -> Event:
    return Event(
        id=local(row["id"]) or "",
        type=row["type"],
        quad=row["quad"],
        trigger=_span(row["trigger"]) or Span(0, 0, ""),
        sentence=_span(row["sentence"]) or Span(0, 0, ""),
        modes=tuple(row["modes"]),
        contexts=tuple(row["contexts"]),
        score=row["score"],
        cameo=row["cameo"],
        goldstein=row["goldstein"],
        source=links.of(row["id"], "source"),
        target=links.of(row["id"], "target"),
        reciprocal=row["reciprocal"],
        topics=_spans(row["topics"]),
        when=_when(row, "when"),
        where=local(row["place"]),
        status=row["status"],
        statement=local(row["statement"]),
        rule=row["rule"],
        confidence=row["confidence"],
        mentions=_spans(row["mentions"]),
    )


def _check(row: Columns, links: _Links) -> Check:
    expected = row["expected"] if row["expected_high"] is None else (row["expected"], row["expected_high"])
    return Check(local(row["id"]) or "", row["kind"], links.of(row["id"], "figure"), row["verdict"], row["stated"],
                 expected, row["tolerance"], row["detail"], row["source"])  # fmt: skip


_MAKERS: Mapping[str, Callable[[Columns, _Links], Any]] = {
    "actors": _actor,
    "places": _place,
    "times": _time,
    "statements": _statement,
    "figures": _figure,
    "agreements": _agreement,
    "events": _event,
    "checks": _check,
}


def _span(value: Columns | None) -> Span | None:
    return None if value is None else Span(value["start"], value["stop"], value["text"])


def _spans(values: Iterable[Columns]) -> tuple[Span, ...]:
    return tuple(Span(value["start"], value["stop"], value["text"]) for value in values)


def _when(row: Columns, name: str) -> When | None:
    if row[f"{name}_value"] is None:
        return None
    return When(row[f"{name}_value"], _day(row[f"{name}_first_day"]), _day(row[f"{name}_last_day"]),
                local(row[f"{name}_time"]), row[f"{name}_via"])  # fmt: skip


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
