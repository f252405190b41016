"""Events of different documents that are the same happening: type, parties, days, place and words agree."""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from typing import Any

import duckdb

from memcon.store.merging import words
from memcon.store.merging.kinds import Fact, Likeness
from memcon.store.merging.parties import Party, alike, pair_keys, party
from memcon.store.restoring import rows

_BUCKET = 4
"""Days that are looked through together."""
_WIDE = 31
"""Days of a period from which on it does not tell when something happened: then it must be told by the same words."""
_BEFORE = 2
"""Days before its report that an event without a day may have happened."""
_FEW = 2
"""Words besides names and the act itself, fewer than which tell nothing."""
_SHORT = 8
"""Words besides names and the act itself, fewer than which are looked for around the sentence too."""
_REAL = frozenset({"actual", "historical"})
_EXPLICIT = frozenset({"syntax", "sentence"})


@dataclass(frozen=True, slots=True)
class Happening(Fact):
    """An event as merging sees it. `said_day`: the text itself tells its day, and no longer period; `sure_day`: of
    the act itself. `stems` are the
    words of its sentence and some that follow, without names and the act itself."""

    type: str
    modes: frozenset[str]
    status: str
    parties: tuple[Party, ...]
    reciprocal: bool
    first: date | None
    last: date | None
    value: str | None
    said_day: bool
    sure_day: bool
    published: date | None
    place: tuple[str, str | None] | None
    stems: frozenset[str]


class Happenings:
    """Events that tell the same happening."""

    name = "event"

    def of_documents(self, connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> list[Happening]:
        return _load(connection, _OF_DOCUMENTS, documents)

    def of_ids(self, connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Happening]:
        return _load(connection, _OF_IDS, ids)

    def keys(self, fact: Happening) -> Iterable[str]:
        parties = pair_keys(fact.parties) + [f"{party.block} {fact.type}" for party in fact.parties]
        return [f"{key}|{day}" for key in parties for day in _buckets(fact)]

    def likeness(self, one: Happening, other: Happening) -> Likeness | None:
        """How alike two events are; None where they are different happenings."""
        if one.document == other.document or not _may_be_one(one.status, other.status):
            return None
        known = _rules()
        told = {
            "type": _types(one, other),
            "parties": _sides(one, other),
            "days": _days(one, other),
            "place": _places(one, other),
            "words": _words(one, other),
        }
        if not told["type"] or (told["parties"] or 0) < known.least_parties or told["days"] == 0:
            return None
        if words.told_alike(one.stems, other.stems) < _least_words(one, other):
            return None
        counted = {name: value for name, value in told.items() if value is not None}
        total = sum(known.weights[name] for name in counted)
        weight = sum(known.weights[name] * value for name, value in counted.items()) / total
        if weight < known.threshold:
            return None
        return Likeness(weight, _reasons(one, other, counted))


_QUERY = """
    SELECT e.id, e.document, e.type, e.modes, e.status, e.reciprocal, e.when_first_day, e.when_last_day, e.when_value,
        e.when_via, d.published, p.name AS place, p.country, e.trigger.text AS trigger,
        substr(d.text, e.sentence.start + 1, e.sentence.stop - e.sentence.start) AS told,
        substr(d.text, greatest(e.sentence.start - 249, 1), e.sentence.stop - e.sentence.start + 500) AS around,
        list_transform(e.topics, lambda t: t.text) AS topics
    FROM events_now e JOIN documents_now d ON d.id = e.document LEFT JOIN places_now p ON p.id = e.place
"""
_OF_DOCUMENTS = _QUERY + " WHERE e.document IN (SELECT unnest(?::VARCHAR[]))"
_OF_IDS = _QUERY + " WHERE e.id IN (SELECT unnest(?::VARCHAR[]))"
_PARTIES = """
    SELECT l.event, l.role, a.key, a.country, a.kind, a.name
    FROM event_actors_now l JOIN actors_now a ON a.id = l.actor
    WHERE l.document IN (SELECT unnest(?::VARCHAR[])) AND a.document IN (SELECT unnest(?::VARCHAR[]))
    ORDER BY l.event, l.role, l.n
"""


@dataclass(frozen=True, slots=True)
class _Rules:
    threshold: float
    least_parties: float
    enough_words: float
    half: float
    vague: frozenset[str]
    least_words: Mapping[str, Sequence[float]]
    least_words_later: float
    weights: Mapping[str, float]
    types: Mapping[frozenset[str], float]


@functools.cache
def _rules() -> _Rules:
    data = tomllib.loads(resources.files("memcon.store.merging").joinpath("likeness.toml").read_text("utf-8"))
    types = {frozenset(row["pair"]): float(row["alike"]) for row in data["types"]}
    return _Rules(
        data["threshold"],
        data["least_parties"],
        data["enough_words"],
        data["half"],
        frozenset(data["vague"]),
        data["least_words"],
        data["least_words_later"],
        data["weights"],
        types,
    )


def _load(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[str]) -> list[Happening]:
    found = rows(connection, query, list(values))
    documents = sorted({row["document"] for row in found})
    parties: dict[str, list[Party]] = defaultdict(list)
    for event, *rest in connection.execute(_PARTIES, [documents, documents]).fetchall():
        parties[event].append(party(*rest))
    return [_happening(row, parties.get(row["id"], [])) for row in found]


def _happening(row: Mapping[str, Any], parties: Sequence[Party]) -> Happening:
    first, last = row["when_first_day"], row["when_last_day"] or row["when_first_day"]
    said = first is not None and first == last and row["when_via"] in _EXPLICIT
    if first is None and row["published"] is not None:
        first = last = row["published"]
    if first is not None and first == last and not said:  # the day of the report, or of its dateline
        first -= timedelta(days=_BEFORE)
    names = " ".join(word for p in parties for word in p.name.split() if word[:1].isupper())
    known = words.stems(f"{row['trigger']} {names}")
    told = words.stems(" ".join((row["told"], *row["topics"]))) - known
    if len(told) < _SHORT:
        told |= words.stems(row["around"]) - known
    return Happening(
        row["id"],
        row["document"],
        row["type"],
        frozenset(row["modes"]),
        row["status"],
        tuple(parties),
        row["reciprocal"],
        first,
        last,
        row["when_value"],
        said,
        said and row["when_via"] == "syntax",
        row["published"],
        (row["place"].casefold(), row["country"]) if row["place"] else None,
        told,
    )


def _may_be_one(one: str, other: str) -> bool:
    """Whether events of these statuses can be one: what is announced may come to pass, what is denied may not."""
    if one == other or {one, other} <= _REAL:
        return True
    return "future" in (one, other) and bool({one, other} & _REAL)


def _types(one: Happening, other: Happening) -> float:
    if one.type != other.type:
        return _rules().types.get(frozenset((one.type, other.type)), 0.0)
    return 0.8 if one.modes and other.modes and not one.modes & other.modes else 1.0


def _sides(one: Happening, other: Happening) -> float | None:
    """How alike the parties are: side by side where either acts on the other, all together where they act jointly."""
    if one.reciprocal or other.reciprocal or _are_joint(one) or _are_joint(other):
        whole = alike(one.parties, other.parties)
        return _rules().half * whole if whole is not None and (_is_half(one) or _is_half(other)) else whole
    sides = [
        alike([p for p in one.parties if p.role == role], [p for p in other.parties if p.role == role])
        for role in ("source", "target")
    ]
    known = [side for side in sides if side is not None]
    if not known:
        return None
    if len(known) == 1:
        return _rules().half * known[0]
    return sum(known) / 2 if min(known) >= _rules().least_parties else min(known)


def _is_half(fact: Happening) -> bool:
    return len({party.block for party in fact.parties}) < 2


def _are_joint(fact: Happening) -> bool:
    return fact.type in ("CONSULT", "AGREE")


def _days(one: Happening, other: Happening) -> float | None:
    """How well the days agree, 0 where they exclude one another, None where neither text has any."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return None
    if _is_wide(one) or _is_wide(other):
        return 0.6 if one.value == other.value else 0.0
    gap = (max(one.first, other.first) - min(one.last, other.last)).days
    both_said = one.said_day and other.said_day
    longest = max((fact.last - fact.first).days for fact in (one, other) if fact.last and fact.first)
    if longest > _BEFORE:  # a week or a month, of which they may mean different days
        return 0.6 if gap <= 0 else 0.0
    between = abs((one.last - other.last).days)
    if both_said and between == 1:  # what is told on a day is easily taken to have happened on that day
        sooner, later = (one, other) if one.last < other.last else (other, one)
        return 0.7 if later.last == later.published and sooner.last != sooner.published else 0.0
    if both_said:
        return 1.0 if not between else 0.0
    return {0: 0.9, 1: 0.8, 2: 0.5}.get(between, 0.0)


def _is_wide(fact: Happening) -> bool:
    return fact.first is not None and fact.last is not None and (fact.last - fact.first).days >= _WIDE


def _buckets(fact: Happening) -> list[str]:
    """The stretches of days in which it is looked for: two events at most two days apart share one."""
    if fact.first is None or fact.last is None:
        return ["undated"]
    if _is_wide(fact):
        return [f"in {fact.value}"]
    first, last = (fact.first.toordinal() - 1) // _BUCKET, (fact.last.toordinal() + 1) // _BUCKET
    return [str(bucket) for bucket in range(first, last + 1)]


def _places(one: Happening, other: Happening) -> float | None:
    if one.place is None or other.place is None:
        return None
    if one.place[0] == other.place[0]:
        return 1.0
    return 0.6 if one.place[1] and one.place[1] == other.place[1] else 0.0


def _words(one: Happening, other: Happening) -> float | None:
    if min(len(one.stems), len(other.stems)) < _FEW:
        return None
    return min(1.0, words.told_alike(one.stems, other.stems) / _rules().enough_words)


def _least_words(one: Happening, other: Happening) -> float:
    """The part of their words that two events must share: more where a day is not told, and for acts of which there
    are many; most for such of which reports of different days tell."""
    known = _rules()
    is_half, are_of_types = _is_half(one) or _is_half(other), one.type != other.type
    if not (is_half or are_of_types or one.type in known.vague):
        return known.least_words["clear"][one.sure_day + other.sure_day]
    told = one.said_day + other.said_day
    are_others = {party.key for party in one.parties} != {party.key for party in other.parties}
    is_later = one.last != other.last and (told == 0 or (told == 1 and (are_of_types or (is_half and are_others))))
    if is_later or (is_half and are_of_types):
        return known.least_words_later
    return known.least_words["vague"][one.sure_day + other.sure_day]


def _reasons(one: Happening, other: Happening, told: Mapping[str, float]) -> tuple[str, ...]:
    types = one.type if one.type == other.type else f"{one.type} and {other.type}"
    shared = sorted({p.block for p in one.parties} & {p.block for p in other.parties})
    alike_words = ", ".join(sorted(one.stems & other.stems)) or "none"
    texts = {
        "type": f"type {told['type']:.2f} ({types})",
        "parties": f"parties {told['parties']:.2f} ({', '.join(shared)})",
        "days": f"days {told.get('days', 0):.2f} ({_period(one)}; {_period(other)})",
        "place": f"place {told.get('place', 0):.2f}",
        "words": f"words {told.get('words', 0):.2f} ({alike_words})",
    }
    return tuple(text for name, text in texts.items() if name in told)


def _period(fact: Happening) -> str:
    return f"{fact.first}" if fact.first == fact.last else f"{fact.first} to {fact.last}"
