"""What merging needs to know of a kind of fact: where to look for its likes, and how alike two of them are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import duckdb

from memcon.facts import Document


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two facts are that tell the same: 0 to 1, and the reasons, for people."""

    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as merging sees it: its id, and the document that states it."""

    id: str
    document: str


F = TypeVar("F", bound=Fact)


class Kind(Protocol, Generic[F]):
    """A kind of fact that is merged. Nothing it answers may depend on what else the record holds, or on the order in
    which it came: so the groups are the same whatever that order was."""

    @property
    def name(self) -> str:
        """As `merged.kind` has it."""

    def of_documents(self, connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> list[F]:
        """The facts that count of these documents."""

    def of_ids(self, connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[F]:
        """The facts that count of these ids."""

    def keys(self, fact: F) -> Iterable[str]:
        """Where to look for its likes: two facts can be alike only where they share a key."""

    def likeness(self, one: F, other: F) -> Likeness | None:
        """How alike the two are, None where they do not tell the same. Which is first makes no difference."""


Texts = Mapping[str, Document]
