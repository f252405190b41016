"""The knowledge base: what a name may mean on a day, and who held an office."""

from __future__ import annotations

import functools
from collections.abc import Callable

from memcon.knowledge.entry import Entry
from memcon.knowledge.naming import plain, starts, tokens
from memcon.knowledge.tables import rows, several

_Meanings = list[Entry | Callable[[str | None], Entry | None]]


class Base:
    """The names the package knows. Look-ups take a name as written; accents and apostrophes may differ."""

    def __init__(self) -> None:
        self._names: dict[str, _Meanings] = {}
        self._longest: dict[str, int] = {}
        self._states: dict[str, Entry] = {}
        self._read_states()
        self._read_metonyms()
        self._read_organisations()

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
        """Who held `office` in `body` (a country code or the key of an organisation) on `day`."""
        return None

    def _add(self, name: str, meaning: Entry | Callable[[str | None], Entry | None]) -> None:
        name = plain(name)
        known = self._names.setdefault(name, [])
        if meaning not in known:
            known.append(meaning)
        n = tokens(name)
        for start in starts(name):
            if self._longest.get(start, 0) < n:
                self._longest[start] = n

    def _read_states(self) -> None:
        read = list(rows("states.tsv", 9))
        for code, name, _, names, former, *_ in read:
            state = self._states[code] = Entry(f"state:{code}", name, "state", "state", code, "GOV")
            short = Entry(state.key, name, "state", "state", code, "GOV", acronym=True)
            for other in (name, *several(names), *several(former)):
                self._add(other, short if other == other.upper() else state)
        for code, name, _, _, _, adjectives, people, capitals, _ in read:
            adjective = Entry(f"state:{code}", name, "adjective", "state", code, "GOV")
            for word in (*several(adjectives), *several(people)):
                if not any(e.country == code for e in self.entries(word, None)):
                    self._add(word, adjective)
            capital = Entry(f"state:{code}", name, "metonym", "state", code, "GOV", via="metonym")
            for city in several(capitals):
                self._add(city, capital)

    def _read_metonyms(self) -> None:
        for name, code, sector, _ in rows("metonyms.tsv", 4):
            state = self._states[code]
            self._add(name, Entry(state.key, state.name, "metonym", "state", code, sector, via="metonym"))

    def _read_organisations(self) -> None:
        for name, names, country, _ in rows("organisations.tsv", 4):
            entry = Entry(f"org:{name}", name, "org", "igo", country, "GOV")
            for other in (name, *several(names)):
                self._add(other, entry)


@functools.cache
def default_base() -> Base:
    """The knowledge base that the package ships."""
    return Base()
