"""One meaning of a name, as the knowledge base has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.facts import ActorKind, Via

EntryWhat = Literal["state", "adjective", "people", "org", "person", "short", "metonym", "region"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a name. `what` tells how the name means it; the rest is what the knowledge base has."""

    key: str
    name: str
    what: EntryWhat
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    office: str | None = None
    body: str | None = None
    members: tuple[str, ...] = ()
    acronym: bool = False
    lower_case: bool = False
    via: Via = "name"

    @property
    def person(self) -> bool:
        return self.kind == "person"

    @property
    def short(self) -> bool:
        return self.what == "short"
