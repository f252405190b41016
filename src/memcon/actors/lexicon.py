"""What a name may mean on a report's day: the knowledge base as the reading of mentions asks it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta

from memcon.actors.places import Spot, spots
from memcon.actors.wordlists import kindred, lower_case_starts, meaning_starts, meanings, peoples, words
from memcon.knowledge import Base, Entry

__all__ = ["Entry", "Lexicon"]


_WEEKS = (1, 4, 12)
"""Weeks back in which whoever held an office is still called by it, where nobody else is known to hold it."""
_LONGEST_LOWER = 3
"""Words in the longest name of `bodies_in_lower_case`, with one before it that belongs to the base's name."""
_INITIAL = re.compile(r"\b([A-Z])(?= )")
_SPELLINGS = ("skiy", "skyy", "skyi", "skii", "sky")


def part_of_state(name: str, country: str) -> Entry:
    """A part of a state that bears a name of its own or a state's: Gaza, the US state of Georgia."""
    return Entry(f"part:{country}:{name}", name, "region", "other", country, "GOV")


class Lexicon:
    """The knowledge base on one day."""

    def __init__(self, base: Base, day: str | None) -> None:
        self.base, self.day = base, day
        self._found: dict[str, tuple[Entry, ...]] = {}

    def longest(self, word: str) -> int:
        """How many words the longest name that begins with `word` has; 0 where none does."""
        found = max(self.base.longest(word), self.base.longest("al") if word == "Al" else 0)
        if word in lower_case_starts():
            return max(found, _LONGEST_LOWER)
        if not found and self._otherwise(word):
            return max(1, meaning_starts().get(word, 0), self.base.longest(word.title()))
        return found

    def _otherwise(self, word: str) -> bool:
        """Whether a word that begins no name of the base may still be one by another spelling or meaning."""
        acronym = _lowered_acronym(word) and self.base.longest(word.upper()) > 0
        shouted = len(word) > 3 and word.isupper() and self.base.longest(word.title()) > 0
        return acronym or shouted or word in peoples() or word in meaning_starts() or word.endswith(_SPELLINGS)

    def _shouted(self, name: str) -> tuple[Entry, ...]:
        """The people and states whose name is written in capitals: "ANTONY J. BLINKEN"."""
        found = self.base.entries(name.title(), self.day)
        return tuple(e for e in found if e.person or e.what == "state")

    def find(self, name: str) -> tuple[Entry, ...]:
        """What `name` may mean."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = tuple(self.base.entries(name, self.day)) or self._other(name)
        return found

    def _other(self, name: str) -> tuple[Entry, ...]:
        """The states that a name of `meanings.tsv` may mean ("the two Koreas"), or an acronym as a word ("Nato")."""
        if name in meanings():
            rows = meanings()[name]
            parts = tuple(part_of_state(name, row.country) for row in rows if row.sort == "region")
            return tuple(e for e in (self.state(row.country) for row in rows if row.sort != "region") if e) or parts
        if name in peoples():
            key = f"people:{name.removesuffix('s')}"
            return tuple(Entry(f"{key}:{code}", name, "adjective", "group", code) for code in peoples()[name])
        if len(name) > 3 and name.isupper():
            return self._shouted(name)
        if name.startswith("Al-"):
            return tuple(self.base.entries("al-" + name[3:], self.day))
        if name.endswith(_SPELLINGS):
            return self._spelled_otherwise(name)
        if " " in name and _INITIAL.search(name):  # "George W Bush"
            return self._people(_INITIAL.sub(r"\1.", name))
        if " " in name and (hyphened := self._people(name.replace(" ", "-", 1))):
            return hyphened  # "Jean Yves Le Drian"
        if " " in name:  # "Tamil Tiger fighters"
            found = tuple(e for e in self.base.entries(name + "s", self.day) if e.kind == "armed_group")
            return found or self._lower_case_body(name)
        if _lowered_acronym(name):
            return tuple(e for e in self.base.entries(name.upper(), self.day) if e.acronym)
        return ()

    def _lower_case_body(self, name: str) -> tuple[Entry, ...]:
        """A body whose common noun is written small: "European parliament", "UN security council"."""
        words_of = name.split()
        if not words_of[-1].islower() or (words_of[0].islower() and name not in words("bodies_in_lower_case")):
            return ()
        capital = " ".join(word[0].upper() + word[1:] for word in words_of)
        return tuple(e for e in self.base.entries(capital, self.day) if e.kind in ("igo", "government"))

    def _people(self, name: str) -> tuple[Entry, ...]:
        return tuple(e for e in self.base.entries(name, self.day) if e.what == "person")

    def _spelled_otherwise(self, name: str) -> tuple[Entry, ...]:
        """The people of a Slavic name that is spelled with another ending: "Zelenskiy", "Zelensky", "Zelenskyy"."""
        stem = name.removesuffix(next(end for end in _SPELLINGS if name.endswith(end)))
        found = (self.base.entries(stem + end, self.day) for end in _SPELLINGS)
        return next((tuple(e for e in entries if e.person) for entries in found if entries), ())

    def spots(self, name: str) -> tuple[Spot, ...]:
        """The places of that name."""
        return spots(name)

    def state(self, code: str) -> Entry | None:
        """The state of that code."""
        return self.base.state(code)

    def name_of(self, code: str) -> str | None:
        """The name of the state of that code."""
        entry = self.base.state(code)
        return entry.name if entry else None

    def person(
        self, entries: Sequence[Entry], countries: Sequence[str], office: str | None, near: Container[str]
    ) -> tuple[Entry | None, str]:
        """The one person that a surname means on the day, and why; none where several may be meant or none fits.

        `countries` are those the title states, `office` the one it names, `near` the countries the report names.
        """
        people = list({e.key: e for e in entries if e.person or e.short}.values())
        if countries:
            people = [e for e in people if e.country in countries]
            return self._only(people, office, "the only person of that name and country in the knowledge base")
        if office is not None:
            holding = [e for e in people if e.office == office]
            if len(holding) == 1:
                return holding[0], "the only person of that name who holds the office on the day"
        people = [e for e in people if e.country in near or e.office is not None]
        return self._only(people, office, "the only person of that name in office, or of a country in the report")

    def _only(self, people: Sequence[Entry], office: str | None, why: str) -> tuple[Entry | None, str]:
        for narrower in (
            people,
            [e for e in people if office is not None and e.office == office],
            [e for e in people if e.office is not None],
        ):
            if len(narrower) == 1:
                return narrower[0], why
        return None, ""

    def holder(self, office: str, body: str | None) -> Entry | None:
        """Who holds the office in that body on the day."""
        found = (self.base.holder(kind, body, self.day) for kind in kindred(office))
        return next((entry for entry in found if entry is not None), None)

    def lately(self, office: str, body: str | None) -> Iterator[Entry]:
        """Who held the office in that body in the weeks before, as far as the knowledge base goes."""
        if self.day is None or len(self.day) < len("2000-01-01"):
            return
        for back in _WEEKS:
            day = (date.fromisoformat(self.day[:10]) - timedelta(weeks=back)).isoformat()
            entry = self.base.holder(office, body, day)
            if entry is not None:
                yield entry


def _lowered_acronym(word: str) -> bool:
    return len(word) > 3 and word[0].isupper() and word[1:].islower() and word.isascii()
