"""Words before an expression that belong to it: "early", "nearly", "more than"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from memcon.times.grammar import compiled
from memcon.times.lexing import table
from memcon.times.making import Context, Reading

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Modifier:
    """A pattern over class characters, the TIMEX3 mod it gives, the types of expression it goes with, and
    whether it is part of the expression."""

    pattern: re.Pattern[str]
    mod: str | None
    types: frozenset[str]
    widen: bool
    not_before: frozenset[str]


@functools.cache
def _modifiers() -> tuple[Modifier, ...]:
    return tuple(
        Modifier(
            re.compile(rf"{compiled(entry['match'], {})}\Z"),
            entry.get("mod"),
            frozenset(entry["types"]),
            entry.get("widen", True),
            frozenset(entry.get("not_before", ())),
        )
        for entry in table("modifiers.toml")["modifier"]
    )


def widen(reading: Reading, context: Context, done: int) -> Reading:
    """The reading with the modifier before it, if there is one behind token `done`."""
    assert reading.first is not None
    before = context.codes[max(done, reading.first - _LONGEST) : reading.first]
    if not before:
        return reading
    for modifier in _modifiers():
        if reading.type not in modifier.types or context.tokens[reading.first].kind in modifier.not_before:
            continue
        match = modifier.pattern.search(before)
        if match:
            first = reading.first - len(match[0]) if modifier.widen else reading.first
            return replace(reading, first=first, mod=modifier.mod or reading.mod)
    return reading
