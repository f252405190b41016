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
    """A pattern over class characters, the TIMEX3 mod it gives, and the types of expression it goes with."""

    pattern: re.Pattern[str]
    mod: str
    types: frozenset[str]


@functools.cache
def _modifiers() -> tuple[Modifier, ...]:
    return tuple(
        Modifier(re.compile(rf"{compiled(entry['match'], {})}\Z"), entry["mod"], frozenset(entry["types"]))
        for entry in table("modifiers.toml")["modifier"]
    )


def widen(reading: Reading, context: Context, done: int) -> Reading:
    """The reading with the modifier before it, if there is one behind token `done`."""
    assert reading.first is not None
    before = context.codes[max(done, reading.first - _LONGEST) : reading.first]
    if not before:
        return reading
    for modifier in _modifiers():
        match = modifier.pattern.search(before) if reading.type in modifier.types else None
        if match:
            return replace(reading, first=reading.first - len(match[0]), mod=modifier.mod)
    return reading
