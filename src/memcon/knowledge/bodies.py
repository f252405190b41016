"""Organisations, their organs, departments of state, armed groups, parties, companies, and regions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

from memcon.errors import Error
from memcon.facts import ActorKind
from memcon.knowledge.entry import Entry, EntryWhat
from memcon.knowledge.tables import rows, several

TABLES = ("organisations.tsv", "governments.tsv", "groups.tsv", "regions.tsv")


@dataclass(slots=True)
class Body:
    """An organisation or region, its names, and its members with the days of their membership."""

    plain_entry: Entry
    names: tuple[str, ...]
    first: str
    last: str
    members: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)

    def entry(self, name: str, day: str | None) -> Entry:
        """What `name` means on `day`."""
        entry = self.plain_entry
        members = self.members_on(day)
        acronym = name == name.upper() and len(name) > 1
        if members or acronym:
            return replace(entry, members=members, acronym=acronym)
        return entry

    def metonym(self, day: str | None) -> Entry:
        """What a name that stands for the body means on `day`."""
        return replace(self.entry("", day), via="metonym")

    def members_on(self, day: str | None) -> tuple[str, ...]:
        """The codes of the members on `day`, in the order of the alphabet; all that are so now where it is None."""
        found: set[str] = set()
        for first, last, codes in self.members:
            if day is None:
                held = not last
            else:
                held = (not first or first <= day[: len(first)]) and (not last or day[: len(last)] <= last)
            if held:
                found.update(codes)
        return tuple(sorted(found))


def read_bodies() -> dict[str, Body]:
    """Name -> body, of all tables."""
    found: dict[str, Body] = {}
    for table in TABLES:
        what: EntryWhat = "region" if table == "regions.tsv" else "org"
        for name, names, kind, code, sector, first, last, wikidata, _ in rows(table, 9):
            entry = Entry(
                f"org:{name}", name, what, cast(ActorKind, kind), code or None, sector or None, None, wikidata or None
            )
            found[name] = Body(entry, tuple(dict.fromkeys((name, *several(names)))), first, last)
    for name, first, last, codes, _ in rows("members.tsv", 5):
        if name not in found:
            raise Error(f"members.tsv: {name} is in none of {', '.join(TABLES)}")
        found[name].members.append((first, last, tuple(codes.split())))
    return found
