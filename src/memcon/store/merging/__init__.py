"""Merging across documents: what facts of different documents tell the same, kept up as documents come and go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from memcon.errors import Error
from memcon.store import anchors
from memcon.store.merging import decisions, repeats
from memcon.store.merging.copies import SKETCH, Copies
from memcon.store.merging.groups import DENSE, Pair, group
from memcon.store.merging.happenings import Happenings
from memcon.store.merging.kinds import Fact, Kind, Likeness
from memcon.store.merging.quantities import Quantities
from memcon.store.merging.utterances import Utterances

KINDS: tuple[Kind[Any], ...] = (Copies(), Happenings(), Utterances(), Quantities())
"""The kinds of facts that are merged, by what `merged.kind` calls them."""
RULES = f"{SKETCH}, likeness 2"
"""How the keys and links are made. A record that was merged by others is merged anew when opened for writing."""
_DENSE_COPIES = 0.3
"""As `groups.DENSE`: copies are each changed in its own way: like the original, if not like one another."""
_DENSE_EVENTS = 0.6
"""As `groups.DENSE`: a journey is like each of the meetings on it, and they are not one."""
_DENSE = {"document": _DENSE_COPIES, "event": _DENSE_EVENTS}
_ONE_A_DOCUMENT = frozenset({"event", "statement"})

_REACHED = """
    WITH RECURSIVE ways AS (
        SELECT a, b FROM links WHERE kind = $kind UNION ALL SELECT b, a FROM links WHERE kind = $kind
    ), reached AS (
        SELECT unnest($facts::VARCHAR[]) AS fact UNION SELECT ways.b FROM reached JOIN ways ON ways.a = reached.fact
    )
    SELECT fact FROM reached
"""

_TOUCHED = """
    WITH them AS (SELECT unnest($documents::VARCHAR[]) AS document)
    SELECT a FROM links WHERE kind = $kind AND split_part(b, '/', 1) IN (FROM them)
    UNION SELECT b FROM links WHERE kind = $kind AND split_part(a, '/', 1) IN (FROM them)
    UNION SELECT fact FROM merged WHERE kind = $kind AND head IN (
        SELECT head FROM merged WHERE kind = $kind AND document IN (FROM them))
"""
_FORGET_LINKS = """
    DELETE FROM links WHERE kind = $kind AND (split_part(a, '/', 1) IN (SELECT unnest($documents::VARCHAR[]))
        OR split_part(b, '/', 1) IN (SELECT unnest($documents::VARCHAR[])))
"""
_FORGET_SKETCHES = "DELETE FROM sketches WHERE kind = $kind AND document IN (SELECT unnest($documents::VARCHAR[]))"
_CANDIDATES = """
    SELECT DISTINCT one.fact, other.fact FROM sketches one JOIN sketches other USING (kind, hash)
    WHERE kind = $kind AND one.document IN (SELECT unnest($documents::VARCHAR[])) AND one.document <> other.document
"""


def update(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> None:
    """Bring the groups up to date after the facts of `documents` have changed: come, gone, coded or corrected anew.

    The result is the same as if all documents had come at once, in whatever order they came. Part of the transaction
    that changes the facts.
    """
    changed = sorted(set(documents))
    if not changed:
        return
    for kind in KINDS:
        _update(connection, kind, changed)


def explain(connection: duckdb.DuckDBPyConnection, kind: str, facts: Sequence[str]) -> dict[Pair, Likeness | None]:
    """How alike each two of these facts are, and why; None for those that are not."""
    known = next(k for k in KINDS if k.name == kind)
    found = sorted(known.of_ids(connection, facts), key=lambda fact: str(fact.id))
    return {(a.id, b.id): known.likeness(a, b) for n, a in enumerate(found) for b in found[n + 1 :]}


def group_of(connection: duckdb.DuckDBPyConnection, fact: str) -> tuple[str, list[str]]:
    """The kind of a fact and the facts it is merged with, itself among them; none where it is alone.

    Raises `Error` where it is no fact of a kind that is merged.
    """
    kind = decisions.KINDS.get(anchors.table(fact))
    if kind is None:
        raise Error(f"{fact}: is not merged; documents, events, statements and figures are")
    found = connection.execute(
        "SELECT fact FROM merged WHERE kind = $kind AND head IN "
        "(SELECT head FROM merged WHERE kind = $kind AND fact = $fact) ORDER BY fact",
        {"kind": kind, "fact": fact},
    ).fetchall()
    return kind, [member for (member,) in found]


def _update(connection: duckdb.DuckDBPyConnection, kind: Kind[Any], documents: list[str]) -> None:
    touched = _forget(connection, kind.name, documents)
    fresh = kind.of_documents(connection, documents)
    _link(connection, kind, fresh)
    touched |= {fact.id for fact in fresh} | decisions.facts(connection, kind.name, documents)
    regrouped = _regroup(connection, kind.name, touched)
    if kind.name == "figure":
        repeats.update(connection, touched | regrouped)


def _forget(connection: duckdb.DuckDBPyConnection, kind: str, documents: list[str]) -> set[str]:
    """Take out what is known of the facts of these documents; give the facts that were alike to them or grouped."""
    values = {"kind": kind, "documents": documents}
    touched = {fact for (fact,) in connection.execute(_TOUCHED, values).fetchall()}
    connection.execute(_FORGET_LINKS, values)
    connection.execute(_FORGET_SKETCHES, values)
    return touched


def _link(connection: duckdb.DuckDBPyConnection, kind: Kind[Any], fresh: Sequence[Fact]) -> None:
    """Find what is alike to `fresh` facts, and write it down."""
    by_id = {fact.id: fact for fact in fresh}
    keys = [(kind.name, _hashed(kind.name, key), fact.id, fact.document) for fact in fresh for key in kind.keys(fact)]
    if not keys:
        return
    with connection.appender("sketches") as appender:
        appender.append_rows(sorted(set(keys)))
    values = {"kind": kind.name, "documents": sorted({fact.document for fact in fresh})}
    candidates = connection.execute(_CANDIDATES, values).fetchall()
    pairs = sorted({(min(pair), max(pair)) for pair in candidates})
    others = sorted({fact for pair in pairs for fact in pair if fact not in by_id})
    by_id |= {fact.id: fact for fact in kind.of_ids(connection, others)} if others else {}
    links = []
    for a, b in pairs:
        if a in by_id and b in by_id and (likeness := kind.likeness(by_id[a], by_id[b])):
            links.append((kind.name, a, b, likeness.weight))
    if links:
        with connection.appender("links") as appender:
            appender.append_rows(links)


def _regroup(connection: duckdb.DuckDBPyConnection, kind: str, touched: set[str]) -> set[str]:
    """Group anew the facts that were touched and all that hang together with them; give these."""
    reached = _reach(connection, kind, touched)
    joined, parted = decisions.pairs(connection, kind)
    while extra := {fact for pair in joined if reached & set(pair) for fact in pair} - reached:
        reached |= _reach(connection, kind, extra)
    if not reached:
        return reached
    facts = sorted(reached)
    found = connection.execute(
        "SELECT a, b, weight FROM links WHERE kind = $kind AND a IN (SELECT unnest($facts::VARCHAR[]))",
        {"kind": kind, "facts": facts},
    ).fetchall()
    document = {fact: fact.partition("/")[0] for fact in facts}
    groups = group(
        {(a, b): weight for a, b, weight in found},
        document,
        [pair for pair in joined if pair[0] in reached],
        [pair for pair in parted if set(pair) <= reached],
        one_a_document=kind in _ONE_A_DOCUMENT,
        dense=_DENSE.get(kind, DENSE),
    )
    connection.execute(
        "DELETE FROM merged WHERE kind = $kind AND fact IN (SELECT unnest($facts::VARCHAR[]))",
        {"kind": kind, "facts": facts},
    )
    rows = [(kind, fact, document[fact], min(members)) for members in groups for fact in sorted(members)]
    if rows:
        with connection.appender("merged") as appender:
            appender.append_rows(rows)
    return reached


def _reach(connection: duckdb.DuckDBPyConnection, kind: str, facts: set[str]) -> set[str]:
    """These facts and all that are alike to them, to those, and so on."""
    found = connection.execute(_REACHED, {"kind": kind, "facts": sorted(facts)}).fetchall()
    return {fact for (fact,) in found}


def _hashed(kind: str, key: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{kind}|{key}".encode(), digest_size=8).digest())
