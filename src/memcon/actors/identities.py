"""The people, states, bodies and groups of one document while it is read: who has been met, by which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from memcon.actors.lexicon import Entry
from memcon.actors.places import fold
from memcon.actors.wordlists import given_names, words
from memcon.facts import Actor, ActorKind, Via


@dataclass(slots=True)
class Seen:
    """Tokens `first` to `last`, whose head is `head`, mention somebody."""

    first: int
    last: int
    head: int
    via: Via
    how: str


@dataclass(slots=True, eq=False)
class Identity:
    """Somebody of this document, known so far. `office` is what the title stands for, `body` the key of what it belongs
    to (a country code or an organisation), `gender_told` whether more than a given name
    tells the gender, `titles` the nouns by which the report has called it."""

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    known: bool = False
    office: str | None = None
    body: str | None = None
    gender: str = ""
    gender_told: bool = False
    titles: set[str] = field(default_factory=set)
    plural: bool = False
    former: bool = False
    parts: tuple[str, ...] = ()
    first_token: int = 1 << 60
    seen: list[Seen] = field(default_factory=list)

    @property
    def person(self) -> bool:
        return self.kind == "person" and not self.plural

    def actor(self, id: str) -> Actor:
        """The finished actor, under that id."""
        # PLOVER's NGO is no sector: it stands where others have their country.
        country, sector = (self.country or "NGO", None) if self.sector == "NGO" else (self.country, self.sector)
        return Actor(id, self.name, self.kind, country, sector, self.role, self.wikidata, self.known)


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name that a short name may be made of, folded: "Khalid bin Ali" -> khalid, ali."""
    return tuple(p for p in fold(name).split() if p not in words("particles"))


class Identities:
    """All of a document's identities, found by key, by name, and by title."""

    def __init__(self) -> None:
        self._by_key: dict[str, Identity] = {}
        self._people: dict[str, list[Identity]] = {}
        self._aliases: dict[str, Identity] = {}

    def __iter__(self) -> Iterator[Identity]:
        return iter(self._by_key.values())

    def get(self, key: str) -> Identity | None:
        return self._by_key.get(key)

    def add(self, identity: Identity) -> Identity:
        """The identity of that key: the one already there, or this one."""
        known = self._by_key.setdefault(identity.key, identity)
        if known is identity and identity.kind == "person" and identity.parts:
            for part in identity.parts:
                self._people.setdefault(part, []).append(identity)
        return known

    def of_entry(self, entry: Entry) -> Identity:
        """The identity that an entry of the knowledge base names."""
        parts = name_parts(entry.name) if entry.person else ()
        return self.add(
            Identity(
                entry.key,
                entry.name,
                entry.kind,
                entry.country,
                entry.sector,
                entry.role,
                entry.wikidata,
                known=True,
                office=entry.office,
                body=entry.body,
                parts=parts,
                gender=given_names().get(parts[0], "") if parts else "",
            )
        )

    def called(self, name: str) -> list[Identity]:
        """The people a short or full name may mean: every word of it is in theirs. Those whose surname it is first."""
        parts = name_parts(name)
        if not parts:
            return []
        found = [p for p in self._people.get(parts[-1], ()) if set(parts) <= set(p.parts) or _covers(parts, p.parts)]
        last = [p for p in found if p.parts[-1] == parts[-1]]
        return last or found

    def alias(self, text: str, identity: Identity) -> None:
        """Let `text` (an acronym) stand for `identity` in this document."""
        self._aliases.setdefault(text, identity)

    def by_alias(self, text: str) -> Identity | None:
        return self._aliases.get(text)

    def holding(self, office: str, body: str | None) -> list[Identity]:
        """The people whose title is `office` (of `body`, where that is given), in the order they were met."""
        return [
            p for p in self if p.kind == "person" and p.office == office and not p.former and body in (None, p.body)
        ]


def _covers(parts: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a longer name extends a known one: first and last word agree."""
    return len(parts) > 1 < len(known) and parts[0] == known[0] and parts[-1] == known[-1]


def best(found: Iterable[Identity], country: str | None) -> Identity | None:
    """The one of `found` that fits the country, or None where several do."""
    listed = list(found)
    fitting = [p for p in listed if country is None or p.country in (None, country)]
    return fitting[0] if len(fitting) == 1 or (fitting and country is not None) else None
