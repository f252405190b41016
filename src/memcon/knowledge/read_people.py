"""Reading the tables of offices, people and terms."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.errors import Error
from memcon.knowledge.bodies import Body
from memcon.knowledge.people import Office, Person, Term, short_names
from memcon.knowledge.tables import rows, several


def read_offices() -> dict[str, Office]:
    """Name of an office -> the office; the first line ranks highest."""
    read = enumerate(rows("offices.tsv", 3))
    return {name: Office(name, title, sector, rank) for rank, (name, title, sector) in read}


def read_people(bodies: dict[str, Body]) -> Iterator[tuple[Person, list[str]]]:
    """Each person with terms, and the full names they go by."""
    offices = read_offices()
    people: dict[str, Person] = {}
    named = {name: (several(names), short, country, wikidata) for name, names, short, country, wikidata, _ in
             rows("people.tsv", 6)}  # fmt: skip
    for name, office, body, title, first, last, seen, _ in rows("holders.tsv", 8):
        if office not in offices:
            raise Error(f"holders.tsv: {office!r}, held by {name}, is not in offices.tsv")
        term = make_term(offices[office], body, title, (first, last, seen), bodies)
        person = people.get(name)
        if person is None:
            _, short, country, wikidata = named.get(name, ([], "", "", ""))
            shorts = short_names(name, short, country or term.country)
            person = people[name] = Person(name, shorts, country or None, wikidata or None)
        person.terms.append(term)
    for name, person in people.items():
        yield person, [name, *(named[name][0] if name in named else ())]


def make_term(office: Office, body: str, title: str, days: tuple[str, str, str], bodies: dict[str, Body]) -> Term:
    """A term of `office` in `body` (a country code, or a name in `bodies`); `days` are its from, to, and seen."""
    title = title or office.title
    organisation = bodies.get(body)
    if organisation is None:
        return Term(office, body, title, title, body, *days)
    entry = organisation.plain_entry
    role = title if entry.kind == "government" else f"{title} of the {entry.name}"
    return Term(office, entry.key, title, role, entry.country, *days)
