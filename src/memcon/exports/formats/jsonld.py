"""JSON-LD: reports, actors and facts in the vocabularies of schema.org and PROV-O, as one graph.

- a report is a `schema:NewsArticle` and `prov:Entity`; who speaks or acts is a `schema:Person`, `schema:Country` or
  `schema:Organization`;
- an event is a `schema:Event` (PLOVER type, CAMEO code and scores are terms of this project's own), a statement a
  `schema:Quotation`, a figure a `schema:Observation`, an agreement a `schema:CreativeWork`, a check a
  `schema:ClaimReview`;
- every fact is `prov:wasDerivedFrom` its report, at characters that an `oa:TextPositionSelector` names, and
  `prov:wasGeneratedBy` the reading of that report, which is `prov:wasAssociatedWith` memcon and its models.

The context stands in the file, so that no processor needs the network. Terms after schema.org, W3C PROV-O
(REC-prov-o-20130430) and the Web Annotation Vocabulary (REC-annotation-vocab-20170223).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from memcon.exports import wording
from memcon.exports.formats import cells
from memcon.exports.formats.told import document_key
from memcon.facts import Actor, Event, Figure, Record, Span, Statement, When

Node = dict[str, Any]

CONTEXT: Node = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "memcon": "urn:memcon:term:",
    "schema:datePublished": {"@type": "xsd:date"},
    "schema:startDate": {"@type": "xsd:date"},
    "schema:endDate": {"@type": "xsd:date"},
    "schema:url": {"@type": "@id"},
    "schema:sameAs": {"@type": "@id"},
}
_SCHEMA = {"person": "schema:Person", "state": "schema:Country", "government": "schema:GovernmentOrganization",
           "ngo": "schema:NGO", "company": "schema:Corporation"}  # fmt: skip
_WIKIDATA, _GEONAMES = "http://www.wikidata.org/entity/", "https://sws.geonames.org/"


def lines(records: Iterable[Record]) -> Iterator[str]:
    """One JSON-LD document, a line for each node of its graph."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'
    between = ""
    for record in records:
        for node in _nodes(record):
            yield between + cells.json_line(node).rstrip("\n")
            between = ",\n"
    yield "\n]}\n"


def _nodes(record: Record) -> Iterator[Node]:
    base = f"urn:memcon:document:{quote(document_key(record.document), safe='')}"
    yield _document(record, base)
    yield from _reading(record, base)
    yield from (_actor(actor, base) for actor in record.actors)
    yield from (_place(record, index, base) for index in range(len(record.places)))
    yield from (_statement(statement, base) for statement in record.statements)
    yield from (_figure(figure, base) for figure in record.figures)
    for agreement in record.agreements:
        node = {"@type": ["schema:CreativeWork", "prov:Entity"], "schema:name": agreement.name,
                "schema:genre": agreement.kind, "schema:about": _references(agreement.parties, base),
                "schema:locationCreated": _reference(agreement.where, base),
                "memcon:when": agreement.when.value if agreement.when else None}  # fmt: skip
        yield _fact(agreement.id, node, agreement.mentions, base)
    yield from (_event(event, base) for event in record.events)
    for check in record.checks:
        node = {"@type": ["schema:ClaimReview", "prov:Entity"], "schema:itemReviewed": _references(check.figures, base),
                "schema:reviewBody": check.detail, "memcon:checkKind": check.kind,
                "schema:reviewRating": {"@type": "schema:Rating", "schema:alternateName": check.verdict},
                "schema:isBasedOn": check.source}  # fmt: skip
        yield _fact(check.id, node, (), base)


def _fact(identifier: str, node: Node, spans: Iterable[Span], base: str) -> Node:
    """`node` with its id, its derivation and the characters that state it; without what is not known."""
    selectors = [
        {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end, "oa:exact": span.text}
        for span in spans
    ]
    whole = {
        "@id": f"{base}:{identifier}",
        **node,
        "prov:wasDerivedFrom": {"@id": base},
        "prov:wasGeneratedBy": {"@id": f"{base}:reading"},
        "oa:hasSelector": selectors,
    }
    return _without_nothing(whole)


def _without_nothing(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None and value != []}


def _reference(identifier: str | None, base: str) -> Node | None:
    return {"@id": f"{base}:{identifier}"} if identifier else None


def _references(identifiers: Iterable[str], base: str) -> list[Node]:
    return [{"@id": f"{base}:{identifier}"} for identifier in identifiers]


def _days(when: When | None) -> Node:
    if when is None:
        return {}
    return {"schema:startDate": when.from_, "schema:endDate": when.to, "memcon:when": when.value}


def _document(record: Record, base: str) -> Node:
    document = record.document
    url = document.url if document.url and document.url.startswith(("https://", "http://")) else None
    return _without_nothing({
        "@id": base,
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "schema:identifier": document.id or None,
        "schema:headline": wording.title(record),
        "schema:url": quote(url, safe=":/?#[]@!$&'()*+,;=%~") if url else None,
        "schema:datePublished": document.published,
        "schema:inLanguage": document.language,
        "schema:author": document.author,
        "schema:publisher": document.publisher,
    })  # fmt: skip


def _reading(record: Record, base: str) -> Iterator[Node]:
    agent = f"urn:memcon:version:{quote(record.memcon.version, safe='')}"
    yield {
        "@id": agent,
        "@type": ["schema:SoftwareApplication", "prov:SoftwareAgent"],
        "schema:name": "memcon",
        "schema:softwareVersion": record.memcon.version,
    }
    yield _without_nothing({
        "@id": f"{base}:reading",
        "@type": "prov:Activity",
        "prov:used": {"@id": base},
        "prov:wasAssociatedWith": {"@id": agent},
        "memcon:model": [f"{name} sha256:{digest}" for name, digest in record.memcon.models.items()],
    })  # fmt: skip


def _actor(actor: Actor, base: str) -> Node:
    same = f"{_WIKIDATA}{quote(actor.wikidata)}" if actor.wikidata else None
    role = "schema:jobTitle" if actor.kind == "person" else "schema:description"
    node = {
        "@type": [_SCHEMA.get(actor.kind, "schema:Organization"), "prov:Agent"],
        "schema:name": actor.name,
        role: actor.role,
        "memcon:country": actor.country,
        "memcon:sector": actor.sector,
        "schema:sameAs": same,
    }
    return _fact(actor.id, node, (Span(m.start, m.end, m.text) for m in actor.mentions), base)


def _place(record: Record, index: int, base: str) -> Node:
    place = record.places[index]
    geo = None
    if place.lat is not None and place.lon is not None:
        geo = {"@type": "schema:GeoCoordinates", "schema:latitude": place.lat, "schema:longitude": place.lon}
    node = {
        "@type": "schema:Place",
        "schema:name": place.name,
        "schema:addressCountry": place.country,
        "schema:geo": geo,
        "schema:sameAs": f"{_GEONAMES}{place.geonames}/" if place.geonames else None,
    }
    return _fact(place.id, node, [Span(place.start, place.end, place.text)], base)


def _statement(statement: Statement, base: str) -> Node:
    node = {
        "@type": ["schema:Quotation", "prov:Entity"],
        "schema:text": wording.said(statement),
        "memcon:statementKind": statement.kind,
        "schema:creator": _references(statement.speakers, base),
        "schema:audience": _references(statement.addressees, base),
        "schema:isPartOf": _reference(statement.within, base),
        "memcon:medium": statement.medium,
        "memcon:when": statement.said.value if statement.said else None,
    }
    return _fact(statement.id, node, statement.content, base)


def _figure(figure: Figure, base: str) -> Node:
    values = [figure.value] if isinstance(figure.value, (int, float)) else list(figure.value)
    node = {
        "@type": ["schema:Observation", "prov:Entity"],
        "schema:value": values[0] if len(values) == 1 else None,
        "schema:minValue": values[0] if len(values) > 1 else None,
        "schema:maxValue": values[1] if len(values) > 1 else None,
        "schema:unitText": figure.unit,
        "schema:measuredProperty": figure.indicator or (figure.indicator_text.text if figure.indicator_text else None),
        "schema:observationAbout": _references(dict.fromkeys((*figure.between, *figure.from_, *figure.to)), base),
        "schema:observationPeriod": figure.period.value if figure.period else None,
        "memcon:change": figure.change,
        "memcon:statement": _reference(figure.statement, base),
    }
    return _fact(figure.id, node, [figure.span], base)


def _event(event: Event, base: str) -> Node:
    node = {
        "@type": ["schema:Event", "prov:Entity"],
        "schema:name": event.type,
        "schema:description": wording.clean(event.sentence.text),
        "memcon:plover": event.type,
        "memcon:mode": list(event.modes),
        "memcon:context": list(event.contexts),
        "memcon:quad": event.quad,
        "memcon:score": event.score,
        "memcon:cameo": event.cameo,
        "memcon:goldstein": event.goldstein,
        "memcon:status": event.status,
        "memcon:source": _references(event.source, base),
        "memcon:target": _references(event.target, base),
        "schema:actor": _references(dict.fromkeys((*event.source, *event.target)), base),
        "schema:location": _reference(event.where, base),
        "memcon:statement": _reference(event.statement, base),
        "memcon:rule": event.rule,
        **_days(event.when),
    }
    return _fact(event.id, node, [event.trigger, event.sentence, *event.mentions], base)
