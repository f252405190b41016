"""How much cooperation and conflict there was between whom, by month or another span of time."""

from __future__ import annotations

from typing import Literal, TypeAlias

from memcon.answers.filters import Asked, Conditions
from memcon.errors import Error

Per: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
_SPANS = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}


def counts(asked: Asked, per: Per, directed: bool, merged: bool) -> tuple[str, dict[str, object]]:
    """One row for each pair of countries and span of time in which either did something to the other.

    Counted are actual events with a day, once a happening (`merged`) or each report of it, once for each pair of
    countries on its two sides; a reciprocal event counts for each pair of its parties, in both directions where
    `directed`. Countries are ISO 3166 alpha-3 or PLOVER's codes; what has none is left out. `net_cooperation` is the
    cooperative events less the conflictual; the means leave out events without a score.
    """
    if per not in _SPANS:
        raise Error(f"{per!r} is no span to count by; there are {', '.join(_SPANS)}")
    made = Conditions()
    made.add("f.status = 'actual'")
    made.add("f.day IS NOT NULL")
    if asked.from_:
        made.add("f.day >= CAST($from_day AS DATE)", from_day=asked.from_)
    if asked.to:
        made.add("f.day <= CAST($to_day AS DATE)", to_day=asked.to)
    if asked.types:
        made.add("list_contains($types, f.type)", types=[kind.upper() for kind in asked.types])
    wanted = _wanted(asked, made)
    order = "a, b" if directed else "least(a, b), greatest(a, b)"
    one, two = order.split(", ", 1) if directed else ("least(a, b)", "greatest(a, b)")
    unit = "happening" if merged else "event"
    near = "" if not asked.parties else (
        "AND f.id IN (SELECT l.event FROM event_actors_now l JOIN actors_now a ON a.id = l.actor "
        "WHERE list_contains($countries, a.country))"
    )  # fmt: skip
    query = f"""
        WITH chosen AS (
            SELECT f.id AS event, f.happening, f.day, f.quad, f.score, f.goldstein, f.reciprocal
            FROM events_now f {made.where()} {near}
        ),
        sides AS (
            SELECT DISTINCT c.*, l.role, a.country, a.id AS actor
            FROM chosen c JOIN event_actors_now l ON l.event = c.event JOIN actors_now a ON a.id = l.actor
            WHERE a.country IS NOT NULL
        ),
        pairs AS (
            SELECT s.* EXCLUDE (role, country, actor), s.country AS a, t.country AS b
            FROM sides s JOIN sides t ON t.event = s.event AND t.actor <> s.actor
            WHERE (s.role = 'source' AND t.role = 'target') OR s.reciprocal
        ),
        dyads AS (
            SELECT {unit} AS unit, {one} AS a, {two} AS b, min(day) AS day, mode(quad ORDER BY quad) AS quad,
                avg(score) AS score, avg(goldstein) AS goldstein
            FROM pairs WHERE {wanted} GROUP BY ALL
        )
        SELECT a AS source, b AS target, CAST(date_trunc('{_SPANS[per]}', day) AS DATE) AS {per},
            CAST(count(*) AS INTEGER) AS events,
            CAST(count(*) FILTER (quad = 1) AS INTEGER) AS verbal_cooperation,
            CAST(count(*) FILTER (quad = 2) AS INTEGER) AS material_cooperation,
            CAST(count(*) FILTER (quad = 3) AS INTEGER) AS verbal_conflict,
            CAST(count(*) FILTER (quad = 4) AS INTEGER) AS material_conflict,
            CAST(count(*) FILTER (quad <= 2) - count(*) FILTER (quad >= 3) AS INTEGER) AS net_cooperation,
            avg(score) AS mean_score, avg(goldstein) AS mean_goldstein, sum(goldstein) AS net_goldstein
        FROM dyads GROUP BY ALL ORDER BY source, target, {per}"""
    return query, made.parameters


def _wanted(asked: Asked, made: Conditions) -> str:
    """The condition on a pair of countries `a`, `b`."""
    countries = [party.country for party in asked.parties]
    if not countries:
        return "true"
    if None in countries:
        label = next(party.label for party in asked.parties if party.country is None)
        raise Error(f"{label!r} is no country; dyads are of countries and international organisations by code")
    made.parameters["countries"] = countries
    if len(countries) == 1:
        return "(list_contains($countries, a) OR list_contains($countries, b))"
    return "((a = $countries[1] AND b = $countries[2]) OR (a = $countries[2] AND b = $countries[1]))"
