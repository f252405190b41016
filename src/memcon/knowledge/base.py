"""The knowledge base: what a name may mean on a day, and who held an office."""

from __future__ import annotations

import functools
from collections.abc import Callable

from memcon.knowledge.bodies import Body, read_bodies
from memcon.knowledge.entry import Entry
from memcon.knowledge.naming import plain, starts, tokens
from memcon.knowledge.people import Person, Term
from memcon.knowledge.read_people import read_people
from memcon.knowledge.tables import rows, several

_Meaning = Entry | Callable[[str | None], Entry | None]


class Base:
    """The names the package knows. Look-ups take a name as written; accents and apostrophes may differ."""

    def __init__(self) -> None:
        self._names: dict[str, list[_Meaning]] = {}
        self._longest: dict[str, int] = {}
        self._states: dict[str, Entry] = {}
        self._held: dict[tuple[str, str], list[tuple[Term, Person]]] = {}
        self._read_states()
        bodies = read_bodies()
        self._read_metonyms(bodies)
        for body in bodies.values():
            for name in body.names:
                self._add(name, functools.partial(body.entry, name))
        for person, names in read_people(bodies):
            self._add_person(person, names)

    def longest(self, word: str) -> int:
        """Tokens in the longest name that begins with `word`; 0 where none does."""
        return self._longest.get(word, 0) or (0 if word.isascii() else self._longest.get(plain(word), 0))

    def entries(self, name: str, day: str | None) -> tuple[Entry, ...]:
        """What `name` may mean on `day` (ISO date, or None where the day is not known), the likeliest first."""
        meanings = self._names.get(name) or (self._names.get(plain(name)) if not name.isascii() else None)
        if not meanings:
            return ()
        found = (m if isinstance(m, Entry) else m(day) for m in meanings)
        return tuple(entry for entry in found if entry is not None)

    def state(self, code: str) -> Entry | None:
        """The state of that code."""
        return self._states.get(code)

    def holder(self, office: str, body: str | None, day: str | None) -> Entry | None:
        """Who held `office` in `body` (a country code or the key of an organisation) on `day`.

        None where nobody is known, or more than one; on the day of a hand-over, who took over.
        """
        if body is None or day is None:
            return None
        held = [(term, person) for term, person in self._held.get((office, body), ()) if term.holds(day)]
        new = [(term, person) for term, person in held if term.began_on(day)]
        people = {person.key: person for _, person in new or held}
        return next(iter(people.values())).entry(day) if len(people) == 1 else None

    def _add(self, name: str, meaning: _Meaning) -> None:
        name = plain(name)
        self._names.setdefault(name, []).append(meaning)
        n = tokens(name)
        for start in starts(name):
            if self._longest.get(start, 0) < n:
                self._longest[start] = n

    def _add_person(self, person: Person, names: list[str]) -> None:
        for name in dict.fromkeys(map(plain, names)):
            self._add(name, person.entry)
        for name in dict.fromkeys(map(plain, person.short)):
            self._add(name, person.short_entry)
        for term in person.terms:
            self._held.setdefault((term.office.name, term.body), []).append((term, person))

    def _read_states(self) -> None:
        read = list(rows("states.tsv", 9))
        for code, name, _, names, former, *_ in read:
            state = self._states[code] = Entry(f"state:{code}", name, "state", "state", code, "GOV")
            short = Entry(state.key, name, "state", "state", code, "GOV", acronym=True)
            for other in dict.fromkeys(plain(n) for n in (name, *several(names), *several(former))):
                self._add(other, short if other == other.upper() else state)
        for code, name, _, _, _, adjectives, people, capitals, _ in read:
            adjective = Entry(f"state:{code}", name, "adjective", "state", code, "GOV")
            for word in dict.fromkeys((*several(adjectives), *several(people))):
                if not any(entry.country == code for entry in self.entries(word, None)):
                    self._add(word, adjective)
            capital = Entry(f"state:{code}", name, "metonym", "state", code, "GOV", via="metonym")
            for city in dict.fromkeys(plain(city) for city in several(capitals)):
                self._add(city, capital)

    def _read_metonyms(self, bodies: dict[str, Body]) -> None:
        for name, means, _ in rows("metonyms.tsv", 3):
            state = self._states.get(means)
            if state is not None:
                self._add(name, Entry(state.key, state.name, "metonym", "state", means, "GOV", via="metonym"))
            else:
                self._add(name, functools.partial(bodies[means].metonym))


@functools.cache
def default_base() -> Base:
    """The knowledge base that the package ships."""
    return Base()
