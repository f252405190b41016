"""What a name may mean on a report's day: the knowledge base as the reading of mentions asks it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from memcon.actors.places import Spot, spots
from memcon.actors.wordlists import meanings
from memcon.knowledge import Base, Entry

__all__ = ["Entry", "Lexicon"]


class Lexicon:
    """The knowledge base on one day."""

    def __init__(self, base: Base, day: str | None) -> None:
        self.base, self.day = base, day
        self._found: dict[str, tuple[Entry, ...]] = {}

    def longest(self, word: str) -> int:
        """How many words the longest name that begins with `word` has; 0 where none does."""
        found = self.base.longest(word)
        if not found and (word in meanings() or (_lowered_acronym(word) and self.base.longest(word.upper()))):
            return 1
        return found

    def find(self, name: str) -> tuple[Entry, ...]:
        """What `name` may mean."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = tuple(self.base.entries(name, self.day)) or self._other(name)
        return found

    def _other(self, name: str) -> tuple[Entry, ...]:
        """The states that a name of `meanings.tsv` may mean ("the two Koreas"), or an acronym as a word ("Nato")."""
        if name in meanings():
            return tuple(e for e in (self.state(m.country) for m in meanings()[name] if m.sort != "region") if e)
        if _lowered_acronym(name):
            return tuple(e for e in self.base.entries(name.upper(), self.day) if e.acronym)
        return ()

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
        return self.base.holder(office, body, self.day)


def _lowered_acronym(word: str) -> bool:
    return len(word) > 3 and word[0].isupper() and word[1:].islower() and word.isascii()
