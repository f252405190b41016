"""What an entity of a Wikidata dump tells that the knowledge base wants: people in office, positions, states, bodies.

Properties: P31 instance of, P39 position held (P580 start, P582 end), P1001 applies to jurisdiction, P17 country, P2389
organisation directed by the office, P298 ISO 3166-1 alpha-3 code; Q5 human.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Fact: TypeAlias = dict[str, Any]

_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_LENGTH = {9: 4, 10: 7, 11: 10}


def facts(entity: Fact) -> Iterator[tuple[str, Fact]]:
    """The facts of one entity, each with its sort: "person", "position", "state" or "label".

    A person has id, name, also, terms (position, from, to); a position id, name and the ids it belongs to, the nearest
    first; a state its id and code; a label an id and an English name (kept for what no other sort names).
    """
    identifier, name = entity.get("id"), _label(entity)
    if not isinstance(identifier, str) or name is None:
        return
    claims = entity.get("claims") or {}
    code = next((v for v in _values(claims, "P298") if isinstance(v, str)), None)
    if code is not None:
        yield "state", {"id": identifier, "code": code}
        return
    if "Q5" in _items(claims, "P31"):
        terms = list(_terms(claims))
        if terms:
            yield "person", {"id": identifier, "name": name, "also": _aliases(entity), "terms": terms}
        return
    belongs = [*_items(claims, "P2389"), *_items(claims, "P1001"), *_items(claims, "P17")]
    if belongs:
        yield "position", {"id": identifier, "name": name, "of": belongs}
    yield "label", {"id": identifier, "name": name}


def day(value: Any) -> str:
    """A Wikidata time as an ISO date of the precision it has (day, month or year); empty where it has none."""
    if not isinstance(value, dict):
        return ""
    found = _TIME.match(str(value.get("time", "")))
    length = _LENGTH.get(value.get("precision", 0))
    return "-".join(found.groups())[:length] if found and length else ""


def _label(entity: Fact) -> str | None:
    labels = entity.get("labels") or {}
    for language in ("en", "mul", "en-gb"):
        if language in labels:
            return str(labels[language]["value"])
    return None


def _aliases(entity: Fact) -> list[str]:
    aliases = entity.get("aliases") or {}
    return [str(alias["value"]) for alias in aliases.get("en", []) if " " in str(alias["value"])]


def _values(claims: Fact, name: str) -> Iterator[Any]:
    for statement in claims.get(name, []):
        if statement.get("rank") != "deprecated":
            value = _value(statement.get("mainsnak"))
            if value is not None:
                yield value


def _value(snak: Any) -> Any:
    return (snak.get("datavalue") or {}).get("value") if isinstance(snak, dict) else None


def _items(claims: Fact, name: str) -> list[str]:
    return [value["id"] for value in _values(claims, name) if isinstance(value, dict) and "id" in value]


def _terms(claims: Fact) -> Iterator[list[str]]:
    for statement in claims.get("P39", []):
        value = _value(statement.get("mainsnak"))
        if statement.get("rank") == "deprecated" or not isinstance(value, dict) or "id" not in value:
            continue
        qualifiers = statement.get("qualifiers") or {}
        first, last = (next((day(_value(q)) for q in qualifiers.get(name, [])), "") for name in ("P580", "P582"))
        yield [value["id"], first, last]
