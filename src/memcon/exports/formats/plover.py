"""PLOVER as JSON Lines: an event a line, in the fields of NGEC, the coder that makes the POLECAT data.

Fields after NGEC's own output (github.com/ahalterman/NGEC, NGEC/formatter.py): `attributes` holds ACTOR, RECIP, LOC and
DATE, `event_geolocation` a GeoNames place in the fields of the Mordecai geoparser. Beside them stand `quad_code`,
`intensity`, `status` and `cameo`, and what locates the event in its report. Character offsets count within
`event_text`, which is the event's sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import memcon
from memcon.exports import wording
from memcon.exports.formats import cells
from memcon.exports.formats.told import Told, document_key, events, raw_name
from memcon.facts import Actor, Record

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
AUXILIARY = {"future": "future", "hypothetical": "hypothetical", "negated": "negation", "historical": "historical"}
"""PLOVER's auxiliary modes, by the status of an event."""


def modes(told: Told) -> list[str]:
    """The event's modes, and the auxiliary one that its status is in PLOVER."""
    auxiliary = AUXILIARY.get(told.event.status)
    return [*told.event.modes, *([auxiliary] if auxiliary else [])]


def lines(records: Iterable[Record]) -> Iterator[str]:
    """A line of JSON for each event."""
    for record in records:
        for told in events(record):
            yield cells.json_line(_event(record, told))


def _event(record: Record, told: Told) -> dict[str, Any]:
    event, document = told.event, told.document
    where = told.place
    attributes = {
        "ACTOR": [_actor(actor, told) for actor in told.source],
        "RECIP": [_actor(actor, told) for actor in told.target],
        "LOC": [{"text": where.text}] if where else [],
        "DATE": [{"text": event.when.value}] if event.when else [],
    }
    found = None
    if where:
        found = {"resolved_placename": where.name, "search_placename": where.text, "country_code3": where.country or "",
                 "geonameid": str(where.geonames or ""), "lat": where.lat, "lon": where.lon}  # fmt: skip
    return {
        "id": told.key,
        "event_type": event.type,
        "event_mode": modes(told),
        "contexts": list(event.contexts),
        "quad_code": QUADS.get(event.quad, ""),
        "intensity": event.score,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "status": event.status,
        "reciprocal": event.reciprocal,
        "date_resolved": told.day,
        "date_raw": _raw_date(record, told),
        "pub_date": document.published,
        "event_text": event.sentence.text,
        "attributes": attributes,
        "event_geolocation": {"reason": "resolved from the text" if where else "no place in the text", "geo": found},
        "headline": wording.title(record),
        "story_id": document_key(document),
        "publisher": document.publisher or "",
        "url": document.url or "",
        "sentence_number": told.sentence,
        "story_people": [actor.name for actor in record.actors if actor.kind == "person"],
        "story_orgs": [actor.name for actor in record.actors if actor.kind not in ("person", "state")],
        "story_locs": list(dict.fromkeys(place.name for place in record.places)),
        "version": f"memcon-{memcon.__version__}",
    }


def _actor(actor: Actor, told: Told) -> dict[str, Any]:
    sentence = told.event.sentence
    inside = [m for m in actor.mentions if sentence.start <= m.start and m.end <= sentence.end]
    at = (inside[0].start - sentence.start, inside[0].end - sentence.start) if inside else (None, None)
    return {"text": raw_name(actor, told.event), "qa_start_char": at[0], "qa_end_char": at[1], "name": actor.name,
            "country": actor.country or "", "code_1": actor.sector or "", "code_2": "", "title": actor.role or "",
            "wikidata": actor.wikidata or ""}  # fmt: skip


def _raw_date(record: Record, told: Told) -> str:
    when = told.event.when
    if when is None:
        return "publication date" if told.document.published else ""
    return next((time.text for time in record.times if time.id == when.time), when.value)
