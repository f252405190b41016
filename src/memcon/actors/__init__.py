"""The actors room: who is who, on that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.facts import Actor, Document, Place, Statement
from memcon.language import Analysed


class Base:
    """The knowledge base."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors and places of one document."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the actors mentioned in characters `start` to `end`, outermost mention first."""
        return ()


def default_base() -> Base:
    """The shipped knowledge base."""
    return Base()


def resolve(analysed: Analysed, published: str | None, base: Base, document: Document | None = None) -> Cast:
    """The cast of one document."""
    return Cast((), ())


def first_persons(cast: Cast, analysed: Analysed, statements: Sequence[Statement]) -> Cast:
    """`cast` with "I", "we" and "our" inside quotations resolved to the speaker."""
    return cast
