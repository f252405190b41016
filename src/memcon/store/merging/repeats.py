"""Figures of different documents that give the same quantity, held against one another: a check of kind repeat."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import duckdb

from memcon.store.identity import digest
from memcon.store.restoring import rows

Row = Mapping[str, Any]
_ABOUT = 0.05
"""By how much, of its value, a figure may be off that is given as about."""
_NUMBER = re.compile(r"\d+(?:[,\u00a0\u202f]\d{3})*(?:\.(\d+))?")
_AFFECTED = """
    SELECT DISTINCT f.check_id FROM check_figures f JOIN checks c ON c.id = f.check_id
    WHERE c.maker = 'merge' AND f.figure IN (SELECT unnest(?::VARCHAR[]))
"""
_GROUPS = """
    SELECT m.head, f.id, f.text, f.value, f.value_high, f.change, f.indicator, f.period_value, d.head AS copy_of,
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
        id = f"repeat/{digest(*(row['id'] for row in members))}"
        checks.append((id, None, "merge", "repeat", *_verdict(members)))
        links += [(id, None, n, row["id"]) for n, row in enumerate(members, 1)]
    for table, made in (("checks", checks), ("check_figures", links)):
        if made:
            with connection.appender(table) as appender:
                appender.append_rows(made)


def _verdict(members: Sequence[Row]) -> tuple[Any, ...]:
    """Verdict, stated, expected (low, high), tolerance, detail and source of a check of these figures."""
    first, rest = members[0], members[1:]
    agree = agreeing(members)
    low = min(row["value"] for row in rest)
    high = max(row["value_high"] or row["value"] for row in rest)
    tolerance = max(_slack(row) / abs(row["value"]) if row["value"] else 0.0 for row in members)
    told = "; ".join(f"{row['text']} ({_who(row)})" for row in members)
    verb = "The sources agree" if agree else "The sources disagree"
    sources = "; ".join(_who(row) for row in members)
    return (
        "agrees" if agree else "disagrees",
        first["value"],
        low,
        high if high != low else None,
        tolerance,
        f"{verb} on {first['indicator']}, {first['period_value']}: {told}.",
        sources,
    )


def agreeing(figures: Sequence[Row]) -> bool:
    """Whether all these figures can be true at once: within what they are rounded to, and within their bounds."""
    bounds = [_bounds(figure) for figure in figures]
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


def _bounds(row: Row) -> tuple[float, float]:
    slack = _slack(row)
    low, high = row["value"] - slack, (row["value_high"] or row["value"]) + slack
    return (-float("inf") if row["change"] == "<" else low, float("inf") if row["change"] == ">" else high)


def _slack(row: Row) -> float:
    """Half of the last digit that is given, or more where the figure is given as about."""
    found = _NUMBER.search(row["text"])
    value = abs(float(row["value"]))
    if found is None or not value:
        return 0.0
    digits = re.sub(r"\D", "", found[0])
    significant = len(digits.lstrip("0")) if found[1] else len(digits.strip("0"))
    step = 10.0 ** (len(str(int(value))) - significant) if value >= 1 else 0.1 * value
    return max(step / 2, _ABOUT * value if row["change"] == "~" else 0.0)


def _who(row: Row) -> str:
    day = f", {row['published']}" if row["published"] else ""
    return f"{row['publisher'] or row['given_id']}{day}"
