"""News sentences of many constructions: in how many the act told has the right source, and the right target."""

from __future__ import annotations

from pathlib import Path

import memcon

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "parties.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _stands(wanted: str, found: set[str | None], mutual: bool) -> bool:
    return mutual or not found - {None} if wanted == "-" else set(wanted.split(",")) <= found


def test_countries_of_parties() -> None:
    sources = targets = 0
    wrong = []
    for source, target, text in ROWS:
        record = memcon.read(text)
        country = {actor.id: actor.country for actor in record.actors}
        sides = []
        for event in record.events:
            found = [{country[a] for a in side} for side in (event.source, event.target)]
            sides.append([found[0] | found[1]] * 2 if event.reciprocal else found)
        fits = [
            any(_stands(wanted, side[i], side[0] == side[1]) for side in sides)
            for i, wanted in enumerate((source, target))
        ]
        sources += fits[0]
        targets += fits[1]
        if not all(fits):
            wrong.append(f"{source} {target} | {text} | {sides}")
    assert 100 * sources / len(ROWS) >= 84, "\n".join(wrong)
    assert 100 * targets / len(ROWS) >= 80, "\n".join(wrong)
