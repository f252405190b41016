"""ICEWS: its 20 columns, tab-separated, a row for each pair of parties of each actual event with a day and a code.

Columns as in the coded event data (Harvard Dataverse, doi:10.7910/DVN/28075), read in the `icews` package for R, which
parses the files (github.com/andybega/icews: R/read_events_tsv.R, inst/sql/events.sql). Event and story ids are numbers
there; here they count events and reports in the order in which they are written. `Source Sectors` has the sector's name
in PLOVER, `Source Country` the English name of the country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.events import ontology
from memcon.exports.formats import cells
from memcon.exports.formats.countries import country
from memcon.exports.formats.told import Told, events
from memcon.facts import Actor, Record

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
SECTORS = {
    "COP": "Police", "GOV": "Government", "JUD": "Judicial", "LEG": "Legislative", "MIL": "Military",
    "PRM": "Paramilitary", "PTY": "Parties", "REB": "Rebel", "SPY": "Intelligence", "UAF": "Unidentified Armed Forces",
    "UNK": "Unidentified", "AGR": "Agriculture", "BUS": "Business", "CRM": "Criminals", "CVL": "Civilian",
    "EDU": "Education", "ELI": "Elite", "JRN": "News", "LAB": "Labor", "MED": "Medical", "REF": "Refugees",
    "OPP": "Opposition", "PRE": "Professional", "REL": "Religious", "SOC": "Social",
}  # fmt: skip


def written(told: Told) -> bool:
    """Whether the format can hold the event: it took place, on a known day, and has a code."""
    return told.event.status in ("actual", "historical") and told.day is not None and bool(told.event.cameo)


def lines(records: Iterable[Record]) -> Iterator[str]:
    """The header, and a line for each event and pair of parties."""
    yield cells.tab_line(COLUMNS)
    number = 0
    for story, record in enumerate(records, start=1):
        for told in filter(written, events(record)):
            for source, target in told.pairs():
                number += 1
                yield cells.tab_line(_row(told, number, story, source, target))


def _row(told: Told, number: int, story: int, source: Actor | None, target: Actor | None) -> list[str]:
    event, place = told.event, told.place
    code = ontology.default().cameo.get(event.cameo or "")
    state = country(place.country) if place else None
    return [
        str(number), told.day or "", *_party(source), cells.text(code.label if code else ""), cells.text(event.cameo),
        cells.number(event.goldstein), *_party(target), str(story), str(told.sentence),
        cells.text(told.document.publisher), "", "", "", cells.text(state.name if state else ""),
        cells.number(place.lat if place else None), cells.number(place.lon if place else None),
    ]  # fmt: skip


def _party(actor: Actor | None) -> list[str]:
    if actor is None:
        return ["", "", ""]
    state = country(actor.country)
    sector = SECTORS.get(actor.sector or "", "")
    return [cells.text(actor.name), sector, cells.text(state.name if state else "")]
