"""News sentences of every type: how many types are right, and how many with both parties."""

from __future__ import annotations

from pathlib import Path

import memcon


def _table(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


ROWS = _table("told.tsv")


def _stands(wanted: str, found: set[str | None]) -> bool:
    return wanted == "-" or wanted in found


def test_types_and_parties() -> None:
    right = found = whole = 0
    wrong = []
    for kind, source, target, text in ROWS:
        record = memcon.read(text)
        country = {actor.id: actor.country for actor in record.actors}
        types = {event.type for event in record.events}
        right += kind in types
        found += len(types)
        fits = False
        for event in record.events:
            sources, targets = ({country[a] for a in side} for side in (event.source, event.target))
            if event.reciprocal:
                sources = targets = sources | targets
            fits |= event.type == kind and _stands(source, sources) and _stands(target, targets)
        whole += fits
        if not fits:
            wrong.append(f"{kind} {source} {target} | {text} | {[(e.type, e.rule) for e in record.events]}")
    f1 = 200 * right / (found + len(ROWS))
    assert f1 >= 85, "\n".join(wrong)
    assert 100 * whole / len(ROWS) >= 60, "\n".join(wrong)


def test_types_alone() -> None:
    wrong, right, found = [], 0, 0
    rows = _table("types.tsv")
    for kind, text in rows:
        events = memcon.read(text).events
        types = {event.type for event in events}
        right += kind in types
        found += len(types)
        if types != {kind}:
            wrong.append(f"{kind} | {text} | {[(e.type, e.rule) for e in events]}")
    assert 200 * right / (found + len(rows)) >= 90, "\n".join(wrong)
