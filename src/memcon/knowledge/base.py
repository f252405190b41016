"""A few names of states until the knowledge base is there."""

from __future__ import annotations

import functools
from importlib import resources

from memcon.knowledge.entry import Entry

_MORE = {"US": "USA", "U.S.": "USA", "the US": "USA", "UK": "GBR", "Britain": "GBR", "America": "USA", "Kremlin": "RUS"}
_BODIES = {"EU": "European Union", "European Union": "European Union", "European Council": "European Council"}


class Base:
    """Names of states, capitals, some adjectives."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[Entry, ...]] = {}
        self._states: dict[str, Entry] = {}
        text = resources.files("memcon.knowledge").joinpath("data/interim.tsv").read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.startswith("#"):
                continue
            code, name, capital, adjectives = line.split("\t")
            state = Entry(f"state:{code}", name, "state", "state", code, "GOV")
            self._states[code] = state
            if capital:
                self._names.setdefault(
                    capital, (Entry(state.key, name, "metonym", "state", code, "GOV", via="metonym"),)
                )
            self._names[name] = (state,)
            for adjective in filter(None, adjectives.split(",")):
                entry = Entry(state.key, name, "adjective", "state", code, "GOV")
                self._names[adjective] = self._names[adjective + "s"] = (entry,)
        for name, code in _MORE.items():
            self._names[name] = (self._states[code],)
        for name, proper in _BODIES.items():
            self._names[name] = (Entry(f"org:{proper}", proper, "org", "igo", "EUR", "GOV"),)
        self._longest: dict[str, int] = {}
        for name in self._names:
            first = name.split()[0]
            self._longest[first] = max(self._longest.get(first, 0), len(name.split()))

    def longest(self, word: str) -> int:
        """Words in the longest name that begins with `word`."""
        return self._longest.get(word, 0)

    def entries(self, name: str, day: str | None) -> tuple[Entry, ...]:
        """What `name` may mean."""
        return self._names.get(name, ())

    def state(self, code: str) -> Entry | None:
        """The state of that code."""
        return self._states.get(code)

    def holder(self, office: str, body: str | None, day: str | None) -> Entry | None:
        """Nobody is known yet."""
        return None


@functools.cache
def default_base() -> Base:
    """The names known for now."""
    return Base()
