"""From the label of a position to an office: "Minister of Foreign Affairs of Ukraine" is that of a foreign minister."""

from __future__ import annotations

import functools

from memcon.knowledge.base import Base, default_base
from memcon.knowledge.bodies import read_bodies
from memcon.knowledge.tables import rows


@functools.cache
def _offices() -> dict[str, tuple[str, str]]:
    return {words: (office, title) for words, office, title in rows("positions.tsv", 3)}


def office_of(label: str) -> tuple[str, str] | None:
    """The office that a position's label tells, and the title of its holder (empty where it is the office's own)."""
    bare = label.split(" (", 1)[0].split(",", 1)[0].strip()
    for words in (bare, *_without_state(bare, default_base())):
        found = _offices().get(words.lower())
        if found is not None:
            return found
    return None


def _without_state(label: str, base: Base) -> list[str]:
    """The label without "of (the) X" behind it or the adjective of a state before it."""
    found = []
    parts = label.split(" of ")
    for n in range(1, len(parts)):
        rest = " of ".join(parts[n:]).removeprefix("the ")
        if any(e.what in ("state", "org", "people", "adjective") for e in base.entries(rest, None)):
            found.append(" of ".join(parts[:n]))
    words = label.split(" ")
    for n in (1, 2):
        if any(e.what in ("adjective", "state") for e in base.entries(" ".join(words[:n]), None)):
            found.append(" ".join(words[n:]))
    return found


@functools.cache
def body_names() -> dict[str, str]:
    """Every name of an organisation that may have an office -> the name its table has it under."""
    found: dict[str, str] = {}
    for name, body in read_bodies().items():
        if body.plain_entry.what == "org":
            for other in body.names:
                found.setdefault(other, name)
    return found
