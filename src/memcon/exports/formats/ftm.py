"""FollowTheMoney: entities as JSON Lines, as Aleph, OpenAleph and the tools of the `followthemoney` package read them.

A report is an `Article`, an actor a `Person`, `Company`, `PublicBody` or `Organization`, an event an `Event` that
involves its actors, an agreement an `UnknownLink` between each two of its parties. Schemata and properties after the
model that the package ships (versions 3.8 and 4.11). An actor is one entity over all reports: its id hashes its
Wikidata id, or else its name, kind and country; each report adds its own statement of it, which these tools merge by
id.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from memcon.exports import wording
from memcon.exports.formats import cells
from memcon.exports.formats.countries import country
from memcon.exports.formats.told import Told, document_key, events
from memcon.facts import Actor, Record

_SCHEMATA = {"person": "Person", "company": "Company", "state": "PublicBody", "government": "PublicBody"}
_UNION = "eu"
"""FollowTheMoney's code of the European Union among its countries."""


def lines(records: Iterable[Record]) -> Iterator[str]:
    """A line of JSON for each entity."""
    for record in records:
        for entity in _entities(record):
            yield cells.json_line(entity)


def _entities(record: Record) -> Iterator[dict[str, Any]]:
    article = _id("article", document_key(record.document))
    acting = {i for event in record.events for i in (*event.source, *event.target)}
    acting |= {i for statement in record.statements for i in statement.speakers}
    acting |= {i for agreement in record.agreements for i in agreement.parties}
    people = [actor for actor in record.actors if actor.id in acting]
    yield _article(record, article, people)
    yield from (_actor(actor, article) for actor in people)
    yield from (_event(told, article) for told in events(record))
    yield from _agreements(record)


def _id(*parts: str) -> str:
    return hashlib.sha1("\x1f".join(parts).encode()).hexdigest()


def actor_id(actor: Actor) -> str:
    """The same for the same actor in every report."""
    return _id("actor", actor.wikidata) if actor.wikidata else _id("actor", actor.kind, actor.country or "", actor.name)


def _entity(identifier: str, schema: str, **properties: str | Iterable[str | None] | None) -> dict[str, Any]:
    kept = {}
    for name, given in properties.items():
        values = [given] if isinstance(given, str) or given is None else list(given)
        if found := [value for value in dict.fromkeys(values) if value]:
            kept[name] = found
    return {"id": identifier, "schema": schema, "properties": kept}


def _country(code: str | None) -> str | None:
    state = country(code)
    return state.iso2.lower() if state else _UNION if code == "EUR" else None


def _url(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None


def _article(record: Record, identifier: str, actors: list[Actor]) -> dict[str, Any]:
    document = record.document
    return _entity(
        identifier,
        "Article",
        title=wording.title(record),
        bodyText=document.text,
        author=document.author,
        publisher=document.publisher,
        publishedAt=document.published,
        sourceUrl=_url(document.url),
        peopleMentioned=[actor.name for actor in actors if actor.kind == "person"],
        companiesMentioned=[actor.name for actor in actors if actor.kind == "company"],
    )


def _actor(actor: Actor, article: str) -> dict[str, Any]:
    person = actor.kind == "person"
    return _entity(
        actor_id(actor),
        _SCHEMATA.get(actor.kind, "Organization"),
        name=actor.name,
        country=_country(actor.country),
        position=actor.role if person else None,
        wikidataId=actor.wikidata,
        alias=[m.text for m in actor.mentions if m.via == "name" and m.text != actor.name],
        proof=article,
    )


def _event(told: Told, article: str) -> dict[str, Any]:
    event, place = told.event, told.place
    involved = [actor_id(actor) for actor in (*told.source, *told.target)]
    return _entity(
        _id("event", told.key),
        "Event",
        name=f"{event.type}: {wording.shortened(wording.clean(event.sentence.text), 120)}",
        date=told.day,
        endDate=event.when.to if event.when else None,
        summary=wording.clean(event.sentence.text),
        keywords=[
            event.type,
            event.status,
            *event.modes,
            *event.contexts,
            f"CAMEO {event.cameo}" if event.cameo else "",
        ],
        involved=involved,
        location=place.name if place else None,
        country=_country(place.country) if place else None,
        sourceUrl=_url(told.document.url),
        proof=article,
    )


def _agreements(record: Record) -> Iterator[dict[str, Any]]:
    actors = {actor.id: actor for actor in record.actors}
    for agreement in record.agreements:
        parties = sorted({actor_id(actors[i]) for i in agreement.parties})
        for one, other in itertools.combinations(parties, 2):
            yield _entity(
                _id("agreement", agreement.name, one, other),
                "UnknownLink",
                subject=one,
                object=other,
                role=agreement.name,
                summary=agreement.kind,
                date=agreement.when.from_ if agreement.when else None,
                publisher=record.document.publisher,
                sourceUrl=_url(record.document.url),
            )
