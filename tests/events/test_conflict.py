"""News of conflict: types and countries of the parties of what one state, its people or armed groups do to another."""

from __future__ import annotations

from pathlib import Path

import memcon

HERE = Path(__file__).parent


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _sides(text: str) -> list[tuple[str, set[str | None], set[str | None]]]:
    """Type and countries of source and target of each event of `text`; of a mutual one all parties are both."""
    record = memcon.read(text)
    country = {actor.id: actor.country for actor in record.actors}
    found = []
    for event in record.events:
        sides = [{country[a] for a in side} for side in (event.source, event.target)]
        both = sides[0] | sides[1]
        found.append((event.type, both, both) if event.reciprocal else (event.type, sides[0], sides[1]))
    return found


def test_deeds() -> None:
    rows = _rows("deeds.tsv")
    told = [(kind, text, _sides(text)) for kind, text in rows]
    wrong = [
        f"{kind} | {text} | {found}"
        for kind, text, found in told
        if not any(t == kind and "PER" in s and "CHL" in o for t, s, o in found)
    ]
    assert len(rows) > 300
    assert len(wrong) <= 4, "\n".join(wrong)


def test_lots() -> None:
    right = [0, 0, 0]
    wrong = []
    rows = _rows("conflict.tsv")
    for kind, source, target, text in rows:
        wanted = [set(side.split(",")) - {"-"} for side in (source, target)]
        found = [
            (t, not wanted[0] or bool(wanted[0] & s), not wanted[1] or bool(wanted[1] & o)) for t, s, o in _sides(text)
        ]
        fits = [any(t == kind for t, _, _ in found), any(s for _, s, _ in found), any(o for _, _, o in found)]
        right = [n + fit for n, fit in zip(right, fits, strict=True)]
        if not all(fits):
            wrong.append(f"{kind} {source} {target} | {text} | {found}")
    assert min(right) >= 0.82 * len(rows), f"{right}\n" + "\n".join(wrong)
