"""Offices and those who held them: what a person was on a day, and who held an office."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.knowledge.entry import Entry
from memcon.knowledge.naming import plain

_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "HKG"})


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of office: `rank` puts the highest first, `title` is what its holder is called where nothing else is."""

    name: str
    title: str
    sector: str
    rank: int


@dataclass(frozen=True, slots=True)
class Term:
    """An office held in `body` (a country code, or the key of an organisation) from `first` to `last`.

    Days are ISO dates of any precision (2019, 2019-03, 2019-03-20), empty where not known. `seen` is a day on which the
    source still saw the term run: a term without end is known to hold until then, and no longer.
    """

    office: Office
    body: str
    title: str
    role: str
    country: str | None
    first: str
    last: str
    seen: str

    def holds(self, day: str) -> bool:
        """Whether the term is known to run on `day`."""
        end = self.last or self.seen
        return (not self.first or self.first <= day[: len(self.first)]) and (not end or day[: len(end)] <= end)

    def began_on(self, day: str) -> bool:
        return self.first == day


@dataclass(slots=True)
class Person:
    """Somebody who held offices. `short` has the names that may stand for the full one: "Blinken"."""

    name: str
    short: tuple[str, ...]
    country: str | None = None
    wikidata: str | None = None
    terms: list[Term] = field(default_factory=list)

    def on(self, day: str | None) -> Term | None:
        """The highest office held on `day`, at home before others; the last one known, where the day is not."""
        if day is None:
            return max(self.terms, key=lambda t: (t.last or t.seen or "9999", t.first, -t.office.rank), default=None)
        held = [term for term in self.terms if term.holds(day)]
        return min(
            held,
            key=lambda t: (t.office.rank, self.country not in (None, t.country), not t.began_on(day)),
            default=None,
        )

    def entry(self, day: str | None) -> Entry:
        """What the full name means on `day`."""
        term = self.on(day)
        if term is None:
            home = self.country or next((t.country for t in self.terms), None)
            before = day is not None and any(t.last and t.last < day for t in self.terms)
            return Entry(self.key, self.name, "person", "person", home, "ELI" if before else None, None, self.wikidata)
        return Entry(
            self.key, self.name, "person", "person", term.country or self.country, term.office.sector, term.role,
            self.wikidata, term.office.name, term.body,
        )  # fmt: skip

    def short_entry(self, day: str | None) -> Entry | None:
        """What a short name means on `day`: nothing, unless the person was in office."""
        term = self.on(day)
        if term is None:
            return None
        return Entry(
            self.key, self.name, "short", "person", term.country or self.country, term.office.sector, term.role,
            self.wikidata, term.office.name, term.body,
        )  # fmt: skip

    @property
    def key(self) -> str:
        return f"person:{self.wikidata or plain(self.name).lower()}"


def short_names(name: str, given: str, country: str | None) -> tuple[str, ...]:
    """The short names of a person: those `given` (parted by |, or "-" for none), else the family name."""
    if given:
        return () if given == "-" else tuple(given.split("|"))
    words = name.split()
    if len(words) < 2:
        return ()
    family = words[0] if country in _FAMILY_NAME_FIRST else words[-1]
    return (family,) if len(family) > 2 or country in _FAMILY_NAME_FIRST else ()
