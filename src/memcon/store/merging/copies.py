"""Documents that are copies of one: syndicated, reprinted, shortened or slightly rewritten.

Candidates are found by MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
chapter 3), and then compared word by word.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import duckdb
import rensa

from memcon.store.merging.kinds import Fact, Likeness
from memcon.store.merging.words import jaccard, shared, shingles, tokens

BANDS, ROWS = 64, 3
"""64 bands of 3 rows: of texts that share 40 % of their word triples, 98 % are found; of those with 5 %, 1 %."""
_SEED = 7
_SHINGLE = 3
ALIKE, CLOSE = 0.48, 0.6
"""Of the triples of either text, those in both: from where on it may be a copy, and from where on it is."""
SAME_NAMES = 0.9
"""Of the names and numbers of the shorter text, those in the longer. Notices made by one pattern share most of their
words, but tell of others."""
INSIDE = 0.9
"""Of the triples of the shorter text, those in the longer."""
_NAME = re.compile(r"\b(?:[A-Z]\w*|\d[\d.,]*)")
_LONG_ENOUGH = 30
"""Words of a text that may be a shortened copy: a few words are in many texts."""

SKETCH = f"rensa {rensa.RMinHash.ALGORITHM_VERSION}, {BANDS} x {ROWS}, seed {_SEED}, words {_SHINGLE}"
"""How the keys are made. Keys of another making cannot be compared with these."""


@dataclass(frozen=True, slots=True)
class Text(Fact):
    """A document's text as word triples."""

    words: frozenset[str] = field(default_factory=frozenset)
    names: frozenset[str] = field(default_factory=frozenset)
    length: int = 0
    triples: frozenset[str] = field(default_factory=frozenset)


class Copies:
    """Copies of documents."""

    name = "document"

    def of_documents(self, connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> list[Text]:
        return self.of_ids(connection, documents)

    def of_ids(self, connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Text]:
        found = connection.execute(
            "SELECT id, text FROM documents_now WHERE id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)]
        ).fetchall()
        return [of_text(id, text) for id, text in found]

    def keys(self, fact: Text) -> Iterable[str]:
        return bands(fact.triples)

    def likeness(self, one: Text, other: Text) -> Likeness | None:
        alike = jaccard(one.triples, other.triples)
        inside = shared(one.triples, other.triples)
        shorter, longer = sorted((one, other), key=lambda text: (text.length, text.id))
        names = len(shorter.names & longer.words) / len(shorter.names) if shorter.names else 1.0
        reasons = (
            f"{alike:.0%} of their word triples are the same",
            f"{inside:.0%} of the shorter text is in the longer",
            f"{names:.0%} of its names and numbers are in the longer",
        )
        if alike >= CLOSE or (alike >= ALIKE and names >= SAME_NAMES):
            return Likeness(alike, reasons)
        if inside >= INSIDE and names >= SAME_NAMES and shorter.length >= _LONG_ENOUGH:
            return Likeness(inside, reasons)
        return None


def of_text(id: str, text: str) -> Text:
    """A document's text, ready for comparison."""
    words = tokens(text)
    names = frozenset(tokens(" ".join(_NAME.findall(text))))
    return Text(id, id, frozenset(words), names, len(words), shingles(words, _SHINGLE))


def bands(triples: frozenset[str]) -> list[str]:
    """The keys of a set of triples: two sets share one of them the more probably the more alike they are."""
    if not triples:
        return []
    sketch = rensa.RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    sketch.update(sorted(triples))
    row = sketch.digest()
    return [
        f"{band} {hashlib.blake2b(repr(row[band * ROWS : (band + 1) * ROWS]).encode(), digest_size=8).hexdigest()}"
        for band in range(BANDS)
    ]
