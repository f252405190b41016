"""The actors room: who is who, on that day."""

from __future__ import annotations

from memcon.actors.cast import Cast, Reference
from memcon.actors.own import chosen_base, with_own
from memcon.actors.quoted import first_persons
from memcon.actors.reading import resolve
from memcon.actors.signing import letters
from memcon.knowledge import Base, default_base

__all__ = [
    "Base",
    "Cast",
    "Reference",
    "chosen_base",
    "default_base",
    "first_persons",
    "letters",
    "resolve",
    "with_own",
]
