"""Figures of different documents that give the same quantity, held against one another: a check of kind repeat."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import duckdb

from memcon.checks.comparing import compare
from memcon.checks.intervals import interval, relative
from memcon.facts import Figure, Span, Verdict, When
from memcon.store.identity import digest
from memcon.store.restoring import rows

Row = Mapping[str, Any]
_ALL = ("all",)
"""Figures of one group hold between the same parties, whatever their ids in each document."""
_AFFECTED = """
    SELECT DISTINCT f.check_id FROM check_figures f JOIN checks c ON c.id = f.check_id
    WHERE c.maker = 'merge' AND f.figure IN (SELECT unnest(?::VARCHAR[]))
"""
_GROUPS = """
    SELECT m.head, f.id, f.text, f.value, f.value_high, f.unit, f.unit_name, f.change, f.indicator, f.period_value,
        f.period_first_day, f.period_last_day, d.head AS copy_of,
        d.publisher, d.given_id, d.published
    FROM merged m JOIN figures_now f ON f.id = m.fact JOIN documents_now d ON d.id = m.document
    WHERE m.kind = 'figure' AND m.head IN (
        SELECT head FROM merged WHERE kind = 'figure' AND fact IN (SELECT unnest(?::VARCHAR[])))
    ORDER BY m.head, d.published NULLS LAST, f.id
"""


def update(connection: duckdb.DuckDBPyConnection, figures: Collection[str]) -> None:
    """Make anew the checks between documents that have to do with these figures."""
    facts = sorted(figures)
    if not facts:
        return
    gone = [id for (id,) in connection.execute(_AFFECTED, [facts]).fetchall()]
    for statement in (
        "DELETE FROM check_figures WHERE check_id IN (SELECT unnest(?::VARCHAR[]))",
        "DELETE FROM checks WHERE id IN (SELECT unnest(?::VARCHAR[]))",
    ):
        if gone:
            connection.execute(statement, [gone])
    groups: dict[str, list[Row]] = {}
    for row in rows(connection, _GROUPS, facts):
        groups.setdefault(row["head"], []).append(row)
    checks, links = [], []
    for members in groups.values():
        if len({row["copy_of"] for row in members}) < 2:  # copies of one report tell it once
            continue
        verdict = agreeing([_figure(row) for row in members])
        if verdict is None:
            continue
        id = f"repeat/{digest(*(row['id'] for row in members))}"
        checks.append((id, None, "merge", "repeat", *_check(members, verdict)))
        links += [(id, None, n, row["id"]) for n, row in enumerate(members, 1)]
    for table, made in (("checks", checks), ("check_figures", links)):
        if made:
            with connection.appender(table) as appender:
                appender.append_rows(made)


def _check(members: Sequence[Row], verdict: Verdict) -> tuple[Any, ...]:
    """Verdict, stated, expected (low, high), tolerance, detail and source of a check of these figures."""
    first, rest = members[0], members[1:]
    low = min(row["value"] for row in rest)
    high = max(row["value_high"] or row["value"] for row in rest)
    tolerance = max(relative(interval(_figure(row), "")) or 0.0 for row in members)
    told = "; ".join(f"{row['text']} ({_who(row)})" for row in members)
    said = {"agrees": "The sources agree", "disagrees": "The sources disagree"}.get(verdict, "The sources are close")
    return (
        verdict,
        first["value"],
        low,
        high if high != low else None,
        tolerance,
        f"{said} on {first['indicator']}, {first['period_value']}: {told}.",
        "; ".join(_who(row) for row in members),
    )


def agreeing(figures: Sequence[Figure]) -> Verdict | None:
    """Whether all these figures agree, two by two, as `memcon.checks.compare` tells; None where some two do not state
    the same thing."""
    matches = [compare(a, b) for a, b in itertools.combinations(figures, 2)]
    if not all(match.same for match in matches):
        return None
    verdicts = {match.verdict for match in matches}
    return "disagrees" if "disagrees" in verdicts else "unknown" if "unknown" in verdicts else "agrees"


def _figure(row: Row) -> Figure:
    """The figure of a row, with the parties and the period of its group."""
    return Figure(
        row["id"],
        Span(0, len(row["text"]), row["text"]),
        row["value"] if row["value_high"] is None else (row["value"], row["value_high"]),
        row["unit"],
        row["unit_name"],
        row["change"],
        row["indicator"],
        between=_ALL,
        period=When(row["period_value"], row["period_first_day"], row["period_last_day"]),
    )


def _who(row: Row) -> str:
    day = f", {row['published']}" if row["published"] else ""
    return f"{row['publisher'] or row['given_id']}{day}"
