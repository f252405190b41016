"""What a name may mean on a report's day: the knowledge base as the reading of mentions asks it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.places import Spot, spots
from memcon.actors.wordlists import Noun
from memcon.knowledge import Base, Entry

__all__ = ["Entry", "Lexicon"]


class Lexicon:
    """The knowledge base on one day."""

    def __init__(self, base: Base, day: str | None) -> None:
        self.base, self.day = base, day
        self._found: dict[str, tuple[Entry, ...]] = {}

    def longest(self, word: str) -> int:
        """How many words the longest name that begins with `word` has; 0 where none does."""
        return self.base.longest(word)

    def find(self, name: str) -> tuple[Entry, ...]:
        """What `name` may mean."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = tuple(self.base.entries(name, self.day))
        return found

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

    def chosen(self, entries: Sequence[Entry]) -> Entry | None:
        """The first meaning."""
        return entries[0] if entries else None

    def settle(self, entries: Sequence[Entry]) -> tuple[Entry | None, str]:
        """Which of the entries is meant, and why."""
        return (entries[0], "name in the knowledge base") if entries else (None, "")

    def surname(self, entries: Sequence[Entry], countries: Sequence[str], noun: Noun | None) -> Entry | None:
        """The one person that a surname means, in one of `countries` if they are known."""
        people = [e for e in entries if e.person or e.short]
        fitting = [e for e in people if not countries or e.country in countries]
        return fitting[0] if len(fitting) == 1 else None

    def holder(self, office: str, body: str | None) -> Entry | None:
        """Who holds the office in that body on the day."""
        return self.base.holder(office, body, self.day)
