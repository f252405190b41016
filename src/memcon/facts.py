"""The frozen data classes of the record: what a report yields, each fact tied to the characters that state it.

Offsets are code points into `Document.text`, end exclusive. Field names are the keys of the JSON record (a trailing
underscore, as in `from_`, is dropped there). Days are ISO 8601 dates as strings, so that a record is plain data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

ActorKind: TypeAlias = Literal[
    "person", "state", "government", "igo", "ngo", "company", "armed_group", "group", "other"
]
Via: TypeAlias = Literal["name", "title", "pronoun", "metonym", "group"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind: TypeAlias = Literal["direct", "indirect", "mixed"]
Change: TypeAlias = Literal["=", "~", "<", ">", "up", "down"]
Status: TypeAlias = Literal["actual", "future", "hypothetical", "negated", "historical"]
Verdict: TypeAlias = Literal["agrees", "disagrees", "implies", "unknown"]
PublishedFrom: TypeAlias = Literal["given", "metadata", "text"]
Attached: TypeAlias = Literal["syntax", "sentence", "dateline", "publication", "context"]
AgreementKind: TypeAlias = Literal[
    "treaty", "agreement", "strategy", "programme", "organisation", "summit", "sanctions regime"
]
CheckKind: TypeAlias = Literal["currency pair", "currency pairs", "growth base", "share total", "sum", "rank", "repeat"]
ComparisonKind: TypeAlias = Literal["growth", "share", "rank", "difference"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of the document, and the text that stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """The day or period a fact belongs to: a TIMEX3 value, its first and last day, and how it was attached.

    `time` is the id of the expression in the text, or None where the day comes from the publication date.
    """

    value: str
    from_: str | None = None
    to: str | None = None
    time: str | None = None
    via: Attached = "sentence"


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its text, untouched, and what is known of it. `published` is an ISO date."""

    text: str
    id: str = ""
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an actor is mentioned, by what means (`via`), and why it was resolved so (`how`)."""

    start: int
    end: int
    text: str
    via: Via = "name"
    how: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group. `country` is ISO 3166 alpha-3 or a PLOVER international code."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    known: bool = False
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text; coordinates in degrees, `geonames` the GeoNames id."""

    id: str
    start: int
    end: int
    text: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression (ISO-TimeML TIMEX3): type, value, modifier, first and last day it spans."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    mod: str | None = None
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: spans of source, cue and content; speakers and addressees as actor ids.

    `within` is the id of the statement that reports this one. `decided_by` is "rule", "model" or "both". `flags` tells
    what was recovered ("unclosed quotation").
    """

    id: str
    kind: StatementKind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    medium: str | None = None
    said: When | None = None
    within: str | None = None
    cue_class: str | None = None
    decided_by: str = "rule"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a figure is compared with: another figure (its id) or a period."""

    kind: ComparisonKind
    figure: str | None = None
    period: When | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated quantity. `value` is a number, or a pair (low, high) for a range; `unit` as the design has it."""

    id: str
    span: Span
    value: float | tuple[float, float]
    unit: str | None = None
    unit_name: str | None = None
    change: Change = "="
    indicator: str | None = None
    indicator_text: Span | None = None
    between: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    period: When | None = None
    compared_with: Comparison | None = None
    same_as: tuple[str, ...] = ()
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, agreement, strategy, programme, summit or sanctions regime by name. `where` is a place id."""

    id: str
    name: str
    kind: AgreementKind
    parties: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    when: When | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER, with CAMEO code and Goldstein score beside. `where` is a place id.

    `source` and `target` are actor ids; `mentions` are the other sentences of the document that tell the same event.
    """

    id: str
    type: str
    quad: int
    trigger: Span
    sentence: Span
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    score: float | None = None
    cameo: str | None = None
    goldstein: float | None = None
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    reciprocal: bool = False
    topics: tuple[Span, ...] = ()
    when: When | None = None
    where: str | None = None
    status: Status = "actual"
    statement: str | None = None
    rule: str = ""
    confidence: float = 1.0
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A test of one or more figures: what is stated, what was expected, the relative tolerance, and one sentence."""

    id: str
    kind: CheckKind
    figures: tuple[str, ...]
    verdict: Verdict
    stated: float | None = None
    expected: float | tuple[float, float] | None = None
    tolerance: float | None = None
    detail: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """Which `memcon` made a record: the record's format, the package's version, and each model's SHA-256."""

    format: int
    version: str
    models: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document yields. `to_dict` gives the JSON record of the design; `from_dict` reads it back."""

    memcon: Made
    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    checks: tuple[Check, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists, strings and numbers, in the order of the fields."""
        from memcon import serial

        plain: dict[str, Any] = serial.to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Record:
        """The record that `to_dict` wrote. Raises `memcon.Error` naming the path of what does not fit."""
        from memcon import serial

        record: Record = serial.from_plain(cls, data)
        return record

    def validate(self) -> None:
        """Raise `memcon.Error` unless every span's text stands at its offsets, every id refers to something that is
        in the record, and every code is a known code."""
        from memcon import validate

        validate.check_record(self)
