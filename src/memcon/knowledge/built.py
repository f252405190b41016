"""A reader's own extract of Wikidata: the table that `memcon kb build` writes, and a base with it beside ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from memcon.errors import Error
from memcon.knowledge.base import Base, default_base
from memcon.knowledge.bodies import read_bodies
from memcon.knowledge.entry import Entry
from memcon.knowledge.naming import plain
from memcon.knowledge.people import Person, short_names
from memcon.knowledge.read_people import make_term, read_offices
from memcon.knowledge.tables import parse, rows, several

COLUMNS = ("person", "other names", "Wikidata id", "office", "body", "title", "from", "to", "seen")
_HEAD = "# memcon knowledge base, built from Wikidata (CC0). Columns: " + ", ".join(COLUMNS) + ".\n"


def write(table: TextIO, found: Iterable[tuple[str, ...]]) -> int:
    """Write the rows, sorted, and give their number."""
    ordered = sorted(set(found))
    table.write(_HEAD)
    for row in ordered:
        table.write("\t".join(" ".join(field.split()) for field in row) + "\n")
    return len(ordered)


class Beside(Base):
    """The knowledge base `behind`, and the people of a built table where it does not know them."""

    def __init__(self, people: Iterable[tuple[Person, list[str]]], behind: Base) -> None:
        self._names, self._longest, self._held = {}, {}, {}
        self._behind = behind
        for person, names in people:
            self._add_person(person, names)

    def longest(self, word: str) -> int:
        """Tokens in the longest name that begins with `word`."""
        return max(super().longest(word), self._behind.longest(word))

    def entries(self, name: str, day: str | None) -> tuple[Entry, ...]:
        """What `name` may mean on `day`: as `behind` has it, and the people it lacks, or lacks the role of."""
        known = self._behind.entries(name, day)
        more = super().entries(name, day)
        roles = {_who(entry): entry for entry in more if entry.role}
        better = tuple(roles.get(_who(e), e) if e.person and e.role is None else e for e in known)
        keys = {_who(entry) for entry in known}
        return better + tuple(entry for entry in more if _who(entry) not in keys)

    def state(self, code: str) -> Entry | None:
        """The state of that code."""
        return self._behind.state(code)

    def holder(self, office: str, body: str | None, day: str | None) -> Entry | None:
        """Who held an office on a day."""
        return self._behind.holder(office, body, day) or super().holder(office, body, day)


def _who(entry: Entry) -> tuple[str, str | None]:
    return plain(entry.name).lower(), entry.country


def with_built(path: str | Path, behind: Base | None = None) -> Base:
    """The knowledge base `behind` (the shipped one) with the table at `path`, that `memcon kb build` wrote, beside it.

    Raises `memcon.Error` naming the file, and the line that does not fit.
    """
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "is not UTF-8"
        raise Error(f"{Path(path).as_posix()}: {reason}") from error
    if not text.startswith(_HEAD.split(",", 1)[0]):
        raise Error(f"{Path(path).as_posix()}: not a table that memcon kb build wrote")
    return Beside(_people(text, Path(path).as_posix()), behind or default_base())


def _people(text: str, name: str) -> Iterator[tuple[Person, list[str]]]:
    offices, bodies = read_offices(), read_bodies()
    shorts = {wikidata: short for _, _, short, _, wikidata, _ in rows("people.tsv", 6) if wikidata}
    people: dict[str, tuple[Person, list[str]]] = {}
    for person, also, wikidata, office, body, title, first, last, seen in parse(text, name, len(COLUMNS)):
        if office not in offices:
            raise Error(f"{name}: {office!r}, held by {person}, is no known office")
        term = make_term(offices[office], body, title, (first, last, seen), bodies)
        known = people.get(wikidata)
        if known is None:
            short = short_names(person, shorts.get(wikidata, ""), term.country)
            known = people[wikidata] = (Person(person, short, None, wikidata or None), [person, *several(also)])
        known[0].terms.append(term)
    yield from people.values()
