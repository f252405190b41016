"""All that a record holds on a pair: what a desk officer reads before a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from memcon.answers import dyads, facts
from memcon.answers.answer import Row
from memcon.answers.filters import Asked
from memcon.answers.parties import Party

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
"""The columns of months that count events, by quad class."""
STANDS_FOR = 90
"""For how many days after its report an announcement without a day counts as still to come."""


@dataclass(frozen=True, slots=True)
class Met:
    """Who met whom, how often, and on which day last (None where no meeting has one)."""

    one: str
    other: str
    times: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: its period, from a day, between two values (the same where all reports agree)."""

    period: str
    day: date
    low: float
    high: float
    figures: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator of the same parties in the same unit, over at least two periods."""

    name: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What is known of a pair between two days; rows are those of `Reader`'s questions, each fact once.

    `reports` are the documents that the facts come from, by day; `number` gives each its number among them. `as_of` is
    the day of the latest report in the record. `months` has every month from the first event to the last.
    """

    parties: tuple[Party, Party]
    from_: str | None
    to: str | None
    as_of: str | None
    reports: tuple[Row, ...]
    number: Mapping[str, int]
    met: tuple[Met, ...]
    meetings: tuple[Row, ...]
    timeline: tuple[Row, ...]
    statements: tuple[Row, ...]
    agreements: tuple[Row, ...]
    figures: tuple[Row, ...]
    checks: tuple[Row, ...]
    series: tuple[Series, ...]
    coming: tuple[Row, ...]
    months: tuple[Row, ...]


def brief(
    near: duckdb.DuckDBPyConnection, parties: tuple[Party, Party], from_: str | None, to: str | None, as_of: str | None
) -> Brief:
    """The brief on a pair, from a connection to what concerns it (`slicing.cut`). See `Reader.brief`."""

    def rows(question: tuple[str, dict[str, object]]) -> list[Row]:
        query, parameters = question
        result = near.execute(query, parameters)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    asked = Asked(parties, from_=from_, to=to)
    events = rows(facts.events(asked, merged=True))
    happened = [row for row in events if row["status"] in ("actual", "historical")]
    meetings = [row for row in events if row["type"] == "CONSULT" and row["status"] == "actual"]
    coming = [row for row in events if row["status"] == "future" and not _past(row, as_of)]
    said = rows(facts.statements(asked))
    # The period of a figure may lie long before the day on which it is reported, and that day is what is asked for.
    figures = [row for row in rows(facts.figures(Asked(parties))) if _within(row["published"], from_, to)]
    checks = rows(facts.checks([row["id"] for row in figures]))
    agreements = rows(facts.agreements(asked))
    months: list[Row] = []
    if all(party.country for party in parties):
        months = rows(dyads.counts(asked, "month", directed=False, merged=True))
    documents = {row["document"] for row in (*happened, *coming, *said, *figures)}
    documents |= {document for row in agreements for document in row["documents"]}
    reports = rows(facts.documents(sorted(documents)))
    return Brief(
        parties=parties,
        from_=from_,
        to=to,
        as_of=as_of,
        reports=tuple(reports),
        number={row["id"]: number for number, row in enumerate(reports, start=1)},
        met=_met(meetings, *parties),
        meetings=tuple(meetings),
        timeline=tuple(happened),
        statements=tuple(said),
        agreements=tuple(agreements),
        figures=tuple(figures),
        checks=tuple(checks),
        series=_series(figures),
        coming=tuple(coming),
        months=tuple(_every_month(months)),
    )


def _past(row: Row, as_of: str | None) -> bool:
    last = row["last_day"] or row["first_day"] or (row["published"] and row["published"] + timedelta(STANDS_FOR))
    return last is not None and as_of is not None and last.isoformat() < as_of


def _within(day: date | None, from_: str | None, to: str | None) -> bool:
    if day is None:
        return from_ is None and to is None
    return (from_ or "") <= day.isoformat() <= (to or "9999")


def _met(meetings: Iterable[Row], one: Party, other: Party) -> tuple[Met, ...]:
    """Those who met, the most frequent first; a side of whom nobody is named is called by its country."""
    times: dict[tuple[str, str], list[date | None]] = defaultdict(list)
    for row in meetings:
        names = [*zip(row["source"] or (), row["source_countries"] or (), strict=True),
                 *zip(row["target"] or (), row["target_countries"] or (), strict=True)]  # fmt: skip
        sides = [
            list(dict.fromkeys(name for name, code in names if _belongs(name, code, side))) for side in (one, other)
        ]
        for left in sides[0] or [one.label]:
            for right in sides[1] or [other.label]:
                if left != right:
                    times[(left, right)].append(row["day"])
    found = [
        Met(left, right, len(days), max((day for day in days if day), default=None))
        for (left, right), days in times.items()
    ]
    return tuple(sorted(found, key=lambda met: (-met.times, str(met.last or ""), met.one, met.other)))


def _belongs(name: str, code: str | None, party: Party) -> bool:
    return code == party.country if party.country else name.casefold() == party.name


def _series(figures: Sequence[Row]) -> tuple[Series, ...]:
    """Figures of one indicator, unit and set of parties, where they have more than one period."""
    groups: dict[tuple[str, str, tuple[str, ...]], dict[date, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in figures:
        name = row["indicator"] or (row["indicator_text"] or "").casefold()
        if name and row["first_day"] and row["change"] in ("=", "~") and row["compared_kind"] is None:
            sides = sorted({*(row["between_parties"] or ()), *(row["from_parties"] or ()), *(row["to_parties"] or ())})
            groups[(name, row["unit_name"] or row["unit"] or "", tuple(sides))][row["first_day"]].append(row)
    found = []
    for (name, unit, _), periods in sorted(groups.items()):
        if len(periods) > 1:
            points = tuple(_point(day, rows) for day, rows in sorted(periods.items()))
            found.append(Series(name, unit, points))
    return tuple(found)


def _point(day: date, rows: Sequence[Row]) -> Point:
    values = [value for row in rows for value in (row["value"], row["value_high"]) if value is not None]
    return Point(str(rows[0]["period"]), day, min(values), max(values), tuple(rows))


def _every_month(months: Sequence[Row]) -> list[Row]:
    """The months from the first to the last, with those of no event put in."""
    if not months:
        return []
    known = {row["month"]: row for row in months}
    empty: Row = dict.fromkeys((*QUADS, "events", "net_cooperation"), 0)
    empty |= dict.fromkeys(("mean_score", "mean_goldstein", "net_goldstein"))
    first, last = min(known), max(known)
    found = []
    at = first
    while at <= last:
        found.append(known.get(at) or {**months[0], **empty, "month": at})
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    return found
