"""CSV of CAMEO-coded events: who did what to whom, a row for each event and pair of parties, every event of the record.

Columns are this project's own. The actor codes are CAMEO's: the country, then the sector (`KAZGOV`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.events import ontology
from memcon.exports import wording
from memcon.exports.formats import cells
from memcon.exports.formats.told import Told, document_key, events
from memcon.facts import Actor, Record

COLUMNS = (
    "event", "date", "date_to", "source", "source_code", "source_country", "source_sector", "target", "target_code",
    "target_country", "target_sector", "cameo", "cameo_label", "goldstein", "plover", "modes", "contexts", "quad",
    "score", "status", "reciprocal", "place", "place_country", "latitude", "longitude", "sentence", "start", "end",
    "rule", "confidence", "document", "title", "published", "publisher", "url",
)  # fmt: skip


def lines(records: Iterable[Record]) -> Iterator[str]:
    """The header, and a line for each event and pair of parties."""
    yield cells.comma_lines([COLUMNS])
    for record in records:
        for told in events(record):
            rows = [_row(record, told, source, target) for source, target in told.pairs()]
            yield cells.comma_lines(rows)


def _row(record: Record, told: Told, source: Actor | None, target: Actor | None) -> list[str]:
    event, document, place = told.event, told.document, told.place
    code = ontology.default().cameo.get(event.cameo or "")
    number, text = cells.number, cells.text
    return [
        text(told.key), told.day or "", (event.when.to if event.when else None) or told.day or "",
        *_party(source), *_party(target),
        text(event.cameo), text(code.label if code else ""), number(event.goldstein), text(event.type),
        text(";".join(event.modes)), text(";".join(event.contexts)), str(event.quad), number(event.score),
        event.status, str(event.reciprocal).lower(),
        text(place.name if place else ""), text(place.country if place else ""),
        number(place.lat if place else None), number(place.lon if place else None),
        text(event.sentence.text), str(event.sentence.start), str(event.sentence.end), text(event.rule),
        number(event.confidence), text(document_key(document)), text(wording.title(record)),
        document.published or "", text(document.publisher), text(document.url),
    ]  # fmt: skip


def _party(actor: Actor | None) -> list[str]:
    if actor is None:
        return ["", "", "", ""]
    country, sector = actor.country or "", actor.sector or ""
    return [cells.text(actor.name), country + sector, country, sector]
