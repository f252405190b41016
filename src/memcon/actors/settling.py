"""Which meaning of a name a report has in mind: settled by what else the report names, or left open.

A name may have several entries in the knowledge base, or several rows in `data/meanings.tsv`. The sentence weighs more
than the rest of the report; what speaks for no meaning decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from memcon.actors.lexicon import Entry, Lexicon, part_of_state
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.places import choose
from memcon.actors.wordlists import Meaning, meanings

_SENTENCE = 3
"""How much more a word speaks that stands in the same sentence."""
_LARGE = 50_000
"""Inhabitants of a town whose name speaks for its country."""
_ENOUGH = 3
"""Mentions of a country beyond which more don't count."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a name stands for: one entry, or several that it means together; none where it stays open."""

    entries: tuple[Entry, ...]
    why: str

    @property
    def entry(self) -> Entry | None:
        return self.entries[0] if self.entries else None


@dataclass(slots=True)
class Evidence:
    """Which countries the report and each of its sentences name beyond doubt, and the report's words."""

    countries: Counter[str] = field(default_factory=Counter)
    by_sentence: list[Counter[str]] = field(default_factory=list)
    words: frozenset[str] = frozenset()


def evidence(w: Words, sentences: Sequence[Sequence[Phrase]]) -> Evidence:
    """What the names of one meaning in the report's phrases speak for."""
    found = Evidence(words=frozenset(w.lower))
    for phrases in sentences:
        here: Counter[str] = Counter()
        for p in phrases:
            country = _beyond_doubt(w, p)
            if country:
                here[country] += 1
        found.by_sentence.append(here)
        found.countries += here
    return found


def _beyond_doubt(w: Words, p: Phrase) -> str | None:
    if p.entries:
        countries = {e.country for e in p.entries}
        sole = len(countries) == 1 and (len({e.key for e in p.entries}) == 1 or not p.entries[0].person)
        return p.entries[0].country if sole and not _holds_another(w, p) else None
    if p.places and p.noun is None:
        spot = choose(p.places)
        return spot.country if spot is not None and (spot.people >= _LARGE or spot.kind != "city") else None
    return None


def _holds_another(w: Words, p: Phrase) -> bool:
    """Whether a name is ambiguous, or holds a name whose usual meaning is another: "American Samoa"."""
    if w.joined(*p.core) in meanings():
        return True
    country = p.entries[0].country
    return p.core[1] - p.core[0] > 1 and any(
        row.usual and row.country != country for i in range(*p.core) for row in meanings().get(w.text[i], ())
    )


def settle(lexicon: Lexicon, name: str, entries: Sequence[Entry], seen: Evidence, sentence: Sentence) -> Settled:
    """What `name`, whose entries for others than people are `entries`, means in a sentence of the report."""
    rows = meanings().get(name)
    if rows is not None:
        return _by_rows(lexicon, name, rows, entries, seen, sentence)
    if len({e.key for e in entries}) <= 1:
        return Settled(tuple(entries[:1]), "name in the knowledge base")
    scored = [(_country_weight(e.country, seen, sentence), e) for e in entries]
    best = max(weight for weight, _ in scored)
    first = [e for weight, e in scored if weight == best]
    if best and len({e.country for e in first}) == 1:
        return Settled((first[0],), f"name with several meanings; the report names more of {first[0].country}")
    if len({(e.country, e.kind) for e in entries}) == 1:
        return Settled((entries[0],), "name in the knowledge base")
    return Settled((), "undecided between " + ", ".join(dict.fromkeys(e.name for e in entries)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, and the countries it names beyond doubt."""

    words: frozenset[str]
    countries: Counter[str]


def _by_rows(
    lexicon: Lexicon, name: str, rows: Sequence[Meaning], entries: Sequence[Entry], seen: Evidence, sentence: Sentence
) -> Settled:
    if rows[0].sort == "all":
        found = tuple(e for e in (lexicon.state(row.country) for row in rows) if e is not None)
        return Settled(found, "the states of that name together")
    scored = [_row_weight(row, seen, sentence) for row in rows]
    best = max(weight for weight, _ in scored)
    first = [n for n, (weight, _) in enumerate(scored) if weight == best]
    if best and len(first) == 1:
        why = "settled by " + ", ".join(scored[first[0]][1][:4])
        return Settled(_entry(lexicon, name, rows[first[0]], entries), why)
    usual = next((row for row in rows if row.usual), None)
    if usual is not None:
        return Settled(_entry(lexicon, name, usual, entries), "usual meaning; nothing in the report speaks for another")
    return Settled((), "undecided between " + ", ".join(row.country for row in rows))


def _entry(lexicon: Lexicon, name: str, row: Meaning, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    if row.sort == "region":
        return (part_of_state(name, row.country),)
    own = [e for e in entries if e.country == row.country]
    state = own[0] if own else lexicon.state(row.country)
    if state is None:
        return ()
    adjective = any(e.what == "adjective" for e in entries)
    return (replace(state, what="adjective") if adjective else state,)


def _row_weight(row: Meaning, seen: Evidence, sentence: Sentence) -> tuple[int, list[str]]:
    """How much speaks for a meaning, and what does."""
    near = sorted(row.words & sentence.words) + sorted(row.countries & sentence.countries.keys())
    far = sorted((row.words & seen.words) | (row.countries & seen.countries.keys()))
    weight = (_SENTENCE - 1) * len(near) + len(far)
    told = [*near, *(cue for cue in far if cue not in near)]
    if row.sort in ("state", "metonym"):
        own = _country_weight(row.country, seen, sentence)
        if own and row.sort == "state":
            return weight + 2 * own, [f"what the report names of {row.country}", *told]
    return weight, told


def _country_weight(country: str | None, seen: Evidence, sentence: Sentence) -> int:
    if country is None:
        return 0
    return min(_ENOUGH, seen.countries[country]) + _SENTENCE * min(1, sentence.countries[country])
