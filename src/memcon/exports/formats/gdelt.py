"""GDELT 2.0: the 61 columns of its event table, tab-separated, without a header, as its files are.

Columns after the GDELT event codebook V2.0 (19 February 2015) and the lists of them by which open parsers read the
files. A row stands for each actual event that has a day and a CAMEO code, and pair of parties. Where the columns ask
for what is not known here they are empty: tone, ethnic and religious codes, administrative divisions, GNS feature ids.
Ids count the rows; `DATEADDED` is midnight of the day of publication; `QuadClass` follows from the CAMEO code, as in
GDELT.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from memcon.exports.formats import cells
from memcon.exports.formats.countries import country
from memcon.exports.formats.icews import written
from memcon.exports.formats.told import Told, events
from memcon.facts import Actor, Place, Record
from memcon.validate import INTERNATIONAL

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
          "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO), *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
_COUNTRY, _CITY_IN_US, _CITY = "1", "3", "4"
"""The kinds of place in `ActionGeo_Type` that are used here."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told over all reports: by how many, of how many publishers, and whether this is its first."""

    articles: int = 1
    sources: int = 1
    first: bool = True


def lines(records: Iterable[Record], tellings: Mapping[str, Telling] | None = None) -> Iterator[str]:
    """A line for each event and pair of parties.

    `tellings` has the events, by `Told.key`, that several reports tell: each has its line once, where it is told first.
    """
    number = 0
    for record in records:
        for told in filter(written, events(record)):
            telling = (tellings or {}).get(told.key, Telling())
            for source, target in told.pairs() if telling.first else ():
                number += 1
                yield cells.tab_line(_row(told, number, telling, source, target))


def fraction(day: date) -> float:
    """The codebook's `FractionDate`: months of thirty days, in a year of 365."""
    return day.year + ((day.month - 1) * 30 + day.day) / 365


def quad(code: str) -> int:
    """The quad class of a CAMEO code: 01 to 05, 06 to 08, 09 to 14, and 15 to 20."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 14 else 4


def _row(told: Told, number: int, telling: Telling, source: Actor | None, target: Actor | None) -> list[str]:
    event = told.event
    day = date.fromisoformat(told.day or "")
    code = event.cameo or ""
    added = (told.document.published or day.isoformat()).replace("-", "") + "000000"
    return [
        str(number), f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}", f"{fraction(day):.4f}",
        *_party(source), *_party(target),
        str(int(told.lead)), code, code[:3], code[:2], str(quad(code)), cells.number(event.goldstein),
        str(telling.articles + len(event.mentions)), str(telling.sources), str(telling.articles), "",
        *_seat(source), *_seat(target), *_geo(told.place), added,
        cells.text(told.document.url or told.document.id),
    ]  # fmt: skip


def _party(actor: Actor | None) -> list[str]:
    if actor is None:
        return [""] * len(_ACTOR)
    code, sector = actor.country or "", actor.sector or ""
    state = "" if code in INTERNATIONAL else code
    kind = [part for part in (code if code in INTERNATIONAL else "", sector) if part]
    kinds = [*kind, "", "", ""][:3]
    return [state + "".join(kind), cells.text(actor.name.upper()), state, "UNO" if code == "UNO" else "", "", "", "",
            *kinds]  # fmt: skip


def _seat(actor: Actor | None) -> list[str]:
    """Where the actor is at home: its country, as far as that is one."""
    state = country(actor.country) if actor else None
    return [_COUNTRY, cells.text(state.name), state.fips, state.fips, "", "", "", state.fips] if state else _nowhere()


def _geo(place: Place | None) -> list[str]:
    if place is None:
        return _nowhere()
    state = country(place.country)
    where = (state.name, state.fips) if state else ("", "")
    name = place.name if place.name == where[0] or not where[0] else f"{place.name}, {where[0]}"
    kind = _COUNTRY if place.name == where[0] else _CITY_IN_US if where[1] == "US" else _CITY
    return [kind, cells.text(name), where[1], where[1], "", cells.number(place.lat), cells.number(place.lon), ""]


def _nowhere() -> list[str]:
    return ["0", *[""] * 7]
