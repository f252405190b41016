"""A record as rows of the tables of `schema.sql`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from memcon.facts import (
    Actor,
    Agreement,
    Check,
    Event,
    Figure,
    Place,
    Record,
    Span,
    Statement,
    Time,
    When,
)
from memcon.store.identity import actor_key

Row = tuple[Any, ...]
Rows = defaultdict[str, list[Row]]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def facts(record: Record, document: str, maker: str = "coder") -> Rows:
    """The rows of all facts of `record`, by table; `document` is the id it has in the store."""
    rows = none()
    rows["words"] = [(word, document, times) for word, times in sorted(words(record.document.text).items())]
    for kind, make in MAKERS.items():
        for fact in getattr(record, kind):
            make(fact, document, maker, rows)
    return rows


def none() -> Rows:
    """No rows yet of any table."""
    return defaultdict(list)


def words(text: str) -> Counter[str]:
    """The words of a text, folded, with how often each stands there."""
    return Counter(word.replace("’", "'") for word in _WORD.findall(text.casefold()))


def full(document: str, local: str | None) -> str | None:
    """The id in the store of the fact that the record calls `local`."""
    return None if local is None else f"{document}/{local}"


def _actor(fact: Actor, document: str, maker: str, rows: Rows) -> None:
    id = full(document, fact.id)
    rows["actors"].append(
        (id, document, maker, fact.name, fact.kind, fact.country, fact.sector, fact.role, fact.wikidata, fact.known,
         actor_key(fact))
    )  # fmt: skip
    rows["mentions"] += [
        (id, document, n, m.start, m.end, m.text, m.via, m.how) for n, m in enumerate(fact.mentions, 1)
    ]


def _place(fact: Place, document: str, maker: str, rows: Rows) -> None:
    rows["places"].append(
        (full(document, fact.id), document, maker, fact.start, fact.end, fact.text, fact.name, fact.country, fact.lat,
         fact.lon, fact.geonames)
    )  # fmt: skip


def _time(fact: Time, document: str, maker: str, rows: Rows) -> None:
    rows["times"].append(
        (full(document, fact.id), document, maker, fact.start, fact.end, fact.text, fact.type, fact.value, fact.mod,
         _day(fact.from_), _day(fact.to))
    )  # fmt: skip


def _statement(fact: Statement, document: str, maker: str, rows: Rows) -> None:
    id = full(document, fact.id)
    rows["statements"].append(
        (id, document, maker, fact.kind, _span(fact.source), _span(fact.cue), _spans(fact.content), fact.medium,
         *_when(fact.said, document), full(document, fact.within), fact.cue_class, fact.decided_by, list(fact.flags))
    )  # fmt: skip
    parties = {"speaker": fact.speakers, "addressee": fact.addressees}
    rows["statement_actors"] += _parties(id, document, parties)


def _figure(fact: Figure, document: str, maker: str, rows: Rows) -> None:
    id = full(document, fact.id)
    low, high = fact.value if isinstance(fact.value, tuple) else (fact.value, None)
    compared = fact.compared_with
    rows["figures"].append(
        (id, document, maker, fact.span.start, fact.span.end, fact.span.text, low, high, fact.unit, fact.unit_name,
         fact.change, fact.indicator, _span(fact.indicator_text), *_when(fact.period, document),
         compared.kind if compared else None, full(document, compared.figure) if compared else None,
         *_when(compared.period if compared else None, document),
         [full(document, other) for other in fact.same_as], full(document, fact.statement))
    )  # fmt: skip
    parties = {"between": fact.between, "from": fact.from_, "to": fact.to}
    rows["figure_actors"] += _parties(id, document, parties)


def _agreement(fact: Agreement, document: str, maker: str, rows: Rows) -> None:
    id = full(document, fact.id)
    rows["agreements"].append(
        (id, document, maker, fact.name, fact.kind, _spans(fact.mentions), *_when(fact.when, document),
         full(document, fact.where))
    )  # fmt: skip
    rows["agreement_actors"] += _parties(id, document, {"party": fact.parties})


def _event(fact: Event, document: str, maker: str, rows: Rows) -> None:
    id = full(document, fact.id)
    rows["events"].append(
        (id, document, maker, fact.type, list(fact.modes), list(fact.contexts), fact.quad, fact.score, fact.cameo,
         fact.goldstein, fact.reciprocal, _spans(fact.topics), _span(fact.trigger), _span(fact.sentence),
         *_when(fact.when, document), full(document, fact.where), fact.status, full(document, fact.statement),
         fact.rule, fact.confidence, _spans(fact.mentions))
    )  # fmt: skip
    rows["event_actors"] += _parties(id, document, {"source": fact.source, "target": fact.target})


def _check(fact: Check, document: str, maker: str, rows: Rows) -> None:
    id = full(document, fact.id)
    low, high = fact.expected if isinstance(fact.expected, tuple) else (fact.expected, None)
    rows["checks"].append(
        (id, document, maker, fact.kind, fact.verdict, fact.stated, low, high, fact.tolerance, fact.detail,
         fact.source)
    )  # fmt: skip
    rows["check_figures"] += [(id, document, n, full(document, figure)) for n, figure in enumerate(fact.figures, 1)]


MAKERS: Mapping[str, Callable[[Any, str, str, Rows], None]] = {
    "actors": _actor,
    "places": _place,
    "times": _time,
    "statements": _statement,
    "figures": _figure,
    "agreements": _agreement,
    "events": _event,
    "checks": _check,
}
"""What makes the rows of a fact, by the name of its list in the record, which is also its table's."""


def _parties(fact: str | None, document: str, roles: Mapping[str, tuple[str, ...]]) -> list[Row]:
    return [
        (fact, document, role, n, full(document, actor))
        for role, actors in roles.items()
        for n, actor in enumerate(actors, 1)
    ]


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "stop": span.end, "text": span.text}


def _spans(spans: Iterable[Span]) -> list[dict[str, Any] | None]:
    return [_span(span) for span in spans]


def _when(when: When | None, document: str) -> Row:
    if when is None:
        return (None,) * 5
    return (when.value, _day(when.from_), _day(when.to), full(document, when.time), when.via)


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
