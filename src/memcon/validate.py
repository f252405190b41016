"""Is a record whole: spans stand where they say, ids refer to something, codes are known."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

from memcon import facts
from memcon.errors import Error
from memcon.serial import key

PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_REFERENCES = {
    "speakers": "actors", "addressees": "actors", "parties": "actors", "between": "actors", "where": "places",
    "time": "times", "statement": "statements", "within": "statements", "same_as": "figures", "figures": "figures",
    "figure": "figures",
}  # fmt: skip
_ACTOR_FIELDS = {(facts.Figure, "from_"), (facts.Figure, "to"), (facts.Event, "source"), (facts.Event, "target")}


@functools.cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes (and XKX, in common use for Kosovo), and PLOVER's international codes."""
    text = resources.files("memcon").joinpath("data/iso3166.txt").read_text("utf-8")
    return frozenset(text.split()) | INTERNATIONAL


def _walk(value: Any, path: str) -> Iterator[tuple[Any, str]]:
    if dataclasses.is_dataclass(value):
        yield value, path
        for f in dataclasses.fields(value):
            yield from _walk(getattr(value, f.name), f"{path}.{key(f.name)}")
    elif isinstance(value, (tuple, list)):
        for i, item in enumerate(value):
            yield from _walk(item, f"{path}[{i}]")


def check_record(record: facts.Record) -> None:
    """Raise `Error` naming the first thing in `record` that does not hold."""
    rooms = ("actors", "places", "times", "statements", "figures", "agreements", "events", "checks")
    ids = {room: {fact.id for fact in getattr(record, room)} for room in rooms}
    for room in rooms:
        if len(ids[room]) != len(getattr(record, room)):
            raise Error(f"record.{room}: two facts share an id")
    own_ontology = any(name.startswith("ontology ") for name in record.memcon.models)
    for fact, path in _walk(record, "record"):
        if hasattr(fact, "start"):
            _check_span(fact, path, record.document.text)
        _check_ids(fact, path, ids)
        _check_codes(fact, path, own_ontology)


def _check_span(span: Any, path: str, text: str) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise Error(f"{path}: span {span.start}-{span.end} lies outside the text of {len(text)} characters")
    if text[span.start : span.end] != span.text:
        found = text[span.start : span.end]
        raise Error(f"{path}: span {span.start}-{span.end} says {span.text!r}, the text has {found!r}")


def _check_ids(fact: Any, path: str, ids: dict[str, set[str]]) -> None:
    for f in dataclasses.fields(fact):
        room = "actors" if (type(fact), f.name) in _ACTOR_FIELDS else _REFERENCES.get(f.name)
        if room is None or isinstance(fact, facts.Record):
            continue
        value = getattr(fact, f.name)
        for reference in (value,) if isinstance(value, str) else value or ():
            if isinstance(reference, str) and reference not in ids[room]:
                raise Error(f"{path}.{key(f.name)}: {reference!r} is none of the record's {room}")


def _check_codes(fact: Any, path: str, own_ontology: bool) -> None:
    if isinstance(fact, (facts.Actor, facts.Place)) and fact.country and fact.country not in country_codes():
        raise Error(f"{path}.country: {fact.country!r} is not a country code")
    if isinstance(fact, facts.Actor) and fact.sector and fact.sector not in SECTORS:
        raise Error(f"{path}.sector: {fact.sector!r} is not a PLOVER sector")
    if isinstance(fact, facts.Event) and not own_ontology and fact.type not in PLOVER_TYPES:
        raise Error(f"{path}.type: {fact.type!r} is not a PLOVER type")
    if isinstance(fact, facts.Event) and fact.quad not in (1, 2, 3, 4):
        raise Error(f"{path}.quad: {fact.quad!r} is not a quad class")
    if isinstance(fact, (facts.Time, facts.When)):
        for name in ("from_", "to"):
            day = getattr(fact, name)
            if day is not None and not _DAY.match(day):
                raise Error(f"{path}.{key(name)}: {day!r} is not an ISO date")
