"""POLECAT: its 40 columns, tab-separated, a row for each event and pair of parties.

Columns as in the header line of the POLECAT files on the Harvard Dataverse, read in the code by which the Temporal
Graph Benchmark parses them (its data set tkgl-polecat). As there, text that is missing is `None`; numbers that are
missing are empty. `Wikipedia Actor ID` holds the Wikidata id, since reports are not resolved to Wikipedia titles. The
place is not divided into city, district and province.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import memcon
from memcon.exports import wording
from memcon.exports.formats import cells
from memcon.exports.formats.countries import country
from memcon.exports.formats.plover import QUADS, modes
from memcon.exports.formats.told import Told, document_key, events, raw_name
from memcon.facts import Actor, Record

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_NONE = "None"


def lines(records: Iterable[Record]) -> Iterator[str]:
    """The header, and a line for each event and pair of parties."""
    yield cells.tab_line(COLUMNS)
    for record in records:
        story = _story(record)
        for told in events(record):
            for number, (source, target) in enumerate(told.pairs(), start=1):
                row = [*_event(told, number), *_party(source, told), *_party(target, told), *_place(told), *story]
                yield cells.tab_line(row)


def _text(value: str | None) -> str:
    return cells.text(value) or _NONE


def _list(values: Iterable[str]) -> str:
    return _text(";".join(dict.fromkeys(value.replace(";", ",") for value in values)))


def _event(told: Told, number: int) -> list[str]:
    event = told.event
    day = (told.day or "").replace("-", "") or "undated"
    name = f"{day}-{document_key(told.document)}-{event.id}-{number}_{event.type}"
    return [
        cells.text(name), _text(told.day), _text(event.type), _list(modes(told)), cells.number(event.score),
        QUADS.get(event.quad, _NONE), _list(event.contexts),
    ]  # fmt: skip


def _party(actor: Actor | None, told: Told) -> list[str]:
    if actor is None:
        return [_NONE] * 8
    state = country(actor.country)
    return [
        _text(actor.name), _text(actor.country), _text(state.cow if state else ""), _text(actor.sector),
        _text(actor.sector), _text(actor.role), _text(raw_name(actor, told.event)), _text(actor.wikidata),
    ]  # fmt: skip


def _place(told: Told) -> list[str]:
    place = told.place
    if place is None:
        return [*[_NONE] * 5, "", "", "", _NONE, _NONE]
    return [
        _text(place.name), _NONE, _NONE, _NONE, _text(place.country), cells.number(place.lat), cells.number(place.lon),
        cells.number(place.geonames), _text(place.text), _NONE,
    ]  # fmt: skip


def _story(record: Record) -> list[str]:
    document = record.document
    language = wording.LANGUAGES.get(document.language or "", document.language)
    return [
        _text(document.publisher), _text(document.published),
        _list(actor.name for actor in record.actors if actor.kind == "person"),
        _list(actor.name for actor in record.actors if actor.kind not in ("person", "state")),
        _list(place.name for place in record.places),
        _text(language), f"memcon-{memcon.__version__}",
    ]  # fmt: skip
