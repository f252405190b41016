"""What people say of facts: accept, reject, edit. Kept apart from what the coder found, and kept when it codes anew."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

import duckdb

from memcon import serial
from memcon.errors import Error
from memcon.facts import Actor, Agreement, Check, Event, Figure, Place, Record, Statement, Time
from memcon.store import anchors, restoring, rows
from memcon.store.identity import digest

Action: TypeAlias = Literal["accept", "reject", "edit", "withdraw"]
ACTIONS: tuple[Action, ...] = ("accept", "reject", "edit", "withdraw")
CLASSES: Mapping[str, type] = {
    "actors": Actor,
    "places": Place,
    "times": Time,
    "statements": Statement,
    "figures": Figure,
    "agreements": Agreement,
    "events": Event,
    "checks": Check,
}
"""The class of the facts of a table."""
_REFERENCES = frozenset(
    "speakers addressees parties between from to source target where time statement within same_as figures "
    "figure".split()
)
"""The keys of a fact that may hold ids of other facts."""
_ID = re.compile(r"[aptsfgec]x?\d[\dx]*\Z")
_FORGET = (
    "DELETE FROM mentions WHERE document = ? AND ends_with(actor, '~')",
    "DELETE FROM actors WHERE document = ? AND maker = 'person'",
    "DELETE FROM places WHERE document = ? AND maker = 'person'",
    "DELETE FROM times WHERE document = ? AND maker = 'person'",
    "DELETE FROM statement_actors WHERE document = ? AND ends_with(statement, '~')",
    "DELETE FROM statements WHERE document = ? AND maker = 'person'",
    "DELETE FROM figure_actors WHERE document = ? AND ends_with(figure, '~')",
    "DELETE FROM figures WHERE document = ? AND maker = 'person'",
    "DELETE FROM agreement_actors WHERE document = ? AND ends_with(agreement, '~')",
    "DELETE FROM agreements WHERE document = ? AND maker = 'person'",
    "DELETE FROM event_actors WHERE document = ? AND ends_with(event, '~')",
    "DELETE FROM events WHERE document = ? AND maker = 'person'",
    "DELETE FROM check_figures WHERE document = ? AND ends_with(check_id, '~')",
    "DELETE FROM checks WHERE document = ? AND maker = 'person'",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody's word on a fact. `changes` are the fields that an edit gives, as the JSON record has them."""

    action: Action
    person: str
    why: str = ""
    changes: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def keep(connection: duckdb.DuckDBPyConnection, id: str, correction: Correction) -> None:
    """Write down a correction of the fact called `id`; `apply` makes it hold.

    An edit changes what an earlier edit has left. Raises `Error` where there is no such fact, where the action is none,
    where a field is unknown or its value is impossible, and where nobody is named.
    """
    if correction.action not in ACTIONS:
        raise Error(f"{correction.action}: is no correction; it is one of {', '.join(ACTIONS)}")
    if not correction.person.strip():
        raise Error("a correction needs the name of who makes it")
    if correction.action == "edit" and not correction.changes:
        raise Error(f"{id}: nothing to edit; give the fields to change")
    anchor, before, latest = _known(connection, id)
    after = None
    if correction.action == "edit":
        record = restoring.record(connection, anchor.document)
        after = _edited(connection, record, anchor, latest, correction.changes)
    [(n,)] = connection.execute("SELECT coalesce(max(n), 0) + 1 FROM corrections").fetchall()
    connection.execute(
        "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [digest("correction", id, str(n)), n, anchor.document, anchor.table, anchor.start, anchor.stop, anchor.among,
         correction.action, id, before, after, correction.person.strip(),
         datetime.now(UTC).replace(tzinfo=None, microsecond=0), correction.why],
    )  # fmt: skip


def apply(connection: duckdb.DuckDBPyConnection, document: str) -> None:
    """Make what people have said of a document's facts hold: after a new correction, and after it was coded anew."""
    for statement in _FORGET:
        connection.execute(statement, [document])
    made = rows.none()
    for ruling in restoring.rows(connection, "SELECT * FROM rulings WHERE document = ? ORDER BY n", document):
        found = anchors.find(connection, _anchor(ruling))
        stays = ruling["action"] == "edit" or (ruling["action"] == "accept" and found is None)
        id = found or (_orphan(ruling) if stays else None)
        connection.execute("UPDATE corrections SET fact = ? WHERE id = ?", [id, ruling["id"]])
        if stays and id is not None:
            packed = json.loads(ruling["after"] or ruling["before"])
            fact = _unpacked(connection, packed, ruling, f"{restoring.local(id)}~")
            rows.MAKERS[ruling["kind"]](fact, document, "person", made)
    for table, waiting in made.items():
        with connection.appender(table) as appender:
            appender.append_rows(waiting)


def _known(connection: duckdb.DuckDBPyConnection, id: str) -> tuple[anchors.Anchor, str, dict[str, Any]]:
    """Where a fact stands, as JSON how the coder had it, and how it is now after earlier edits."""
    found = restoring.rows(connection, "SELECT * FROM rulings WHERE fact = ? ORDER BY n DESC LIMIT 1", id)
    if found:
        ruling = found[0]
        latest = json.loads(ruling["after"] or ruling["before"])["fact"]
        return _anchor(ruling), ruling["before"], latest
    anchor = anchors.of(connection, id)
    if anchor.table == "documents":
        raise Error(f"{id}: is a document; a correction is of one of its facts, as {id}/e1")
    record = restoring.record(connection, anchor.document)
    fact = next(f for f in getattr(record, anchor.table) if f.id == restoring.local(id))
    plain = serial.to_plain(fact)
    return anchor, _packed(connection, plain, anchor.document), plain


def _edited(
    connection: duckdb.DuckDBPyConnection,
    record: Record,
    anchor: anchors.Anchor,
    latest: Mapping[str, Any],
    changes: Mapping[str, Any],
) -> str:
    """The fact with the changes, as JSON. Raises `Error` where the record would not be whole with it."""
    if changes.get("id", latest["id"]) != latest["id"]:
        raise Error(f"{latest['id']}: a fact keeps its id")
    plain = {**latest, **changes}
    fact = serial.from_plain(CLASSES[anchor.table], plain, f"{anchor.document}/{latest['id']}")
    others = tuple(f for f in getattr(record, anchor.table) if f.id != fact.id)
    changed: dict[str, Any] = {anchor.table: (*others, fact)}
    dataclasses.replace(record, **changed).validate()
    return _packed(connection, serial.to_plain(fact), anchor.document)


def _packed(connection: duckdb.DuckDBPyConnection, plain: Mapping[str, Any], document: str) -> str:
    """A fact as JSON, with where the facts stand that it refers to: their ids may be others after coding anew."""
    places = {}
    for local in sorted(_references(plain)):
        anchor = anchors.of(connection, f"{document}/{local}")
        places[local] = [anchor.start, anchor.stop, anchor.among]
    return json.dumps({"fact": plain, "refers": places}, ensure_ascii=False)


def _unpacked(
    connection: duckdb.DuckDBPyConnection, packed: Mapping[str, Any], ruling: Mapping[str, Any], id: str
) -> Any:
    """The fact under the given id, its references pointing to what stands there now; those to what is gone left out."""
    now: dict[str, str | None] = {}
    for local, place in packed["refers"].items():
        anchor = anchors.Anchor(anchors.TABLES[local[0]], ruling["document"], *place)
        now[local] = restoring.local(anchors.find(connection, anchor))
    plain = _redirected(packed["fact"], now) | {"id": id}
    return serial.from_plain(CLASSES[ruling["kind"]], plain)


def _references(plain: Any, key: str = "") -> set[str]:
    if isinstance(plain, dict):
        return {found for name, value in plain.items() for found in _references(value, name)}
    if isinstance(plain, list):
        return {found for value in plain for found in _references(value, key)}
    return {plain} if key in _REFERENCES and isinstance(plain, str) and _ID.match(plain) else set()


def _redirected(plain: Any, now: Mapping[str, str | None], key: str = "") -> Any:
    if isinstance(plain, dict):
        return {name: _redirected(value, now, name) for name, value in plain.items()}
    if isinstance(plain, list):
        kept = [_redirected(value, now, key) for value in plain]
        return [value for value in kept if value is not None]
    if key in _REFERENCES and isinstance(plain, str) and plain in now:
        return now[plain]
    return plain


def _anchor(ruling: Mapping[str, Any]) -> anchors.Anchor:
    return anchors.Anchor(ruling["kind"], ruling["document"], ruling["start"], ruling["stop"], ruling["among"])


def _orphan(ruling: Mapping[str, Any]) -> str:
    """The id of a fact that people keep and the present coding has no more: one that no coding gives."""
    letter = next(letter for letter, table in anchors.TABLES.items() if table == ruling["kind"])
    return f"{ruling['document']}/{letter}x{ruling['start']}x{ruling['among']}"
