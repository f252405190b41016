"""Full-text search: documents ranked by BM25, and the facts in them whose words match."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from memcon.answers import facts
from memcon.answers.answer import Answer, Row
from memcon.answers.filters import Asked, Conditions
from memcon.errors import Error
from memcon.store.rows import words

_K1, _B = 1.2, 0.75
"""BM25's usual parameters (Robertson and Zaragoza, 2009): how soon repeating a word adds no more, and how much length
counts against a document."""
_PHRASE = re.compile(r'"([^"]*)"')
_LONGEST_SEARCH, _MOST_WORDS = 500, 20
_DOCUMENTS_TRIED = 1000
"""Of how many documents, the best ones, the facts are looked at."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words to look for: the forms in the record of each word asked for, and phrases that have to stand as they are."""

    words: tuple[str, ...]
    forms: tuple[tuple[str, int], ...]
    phrases: tuple[str, ...]

    def parameters(self) -> dict[str, Any]:
        """What `RANKED` needs."""
        return {
            "forms": [form for form, _ in self.forms],
            "numbers": [number for _, number in self.forms],
            "asked": len(self.words),
            "phrases": list(self.phrases),
        }


RANKED = f"""
    asked AS (SELECT unnest($forms) AS word, unnest($numbers) AS number),
    hits AS (
        SELECT w.document, q.number, sum(w.times) AS times
        FROM words w JOIN asked q ON q.word = w.word SEMI JOIN documents_now d ON d.id = w.document
        GROUP BY w.document, q.number
    ),
    overall AS (SELECT count(*) AS documents, avg(words) AS length FROM documents_now),
    weights AS (
        SELECT number, ln(1 + (any_value(o.documents) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
        FROM hits, overall o GROUP BY number
    ),
    scored AS (
        SELECT h.document, count(*) AS found,
            sum(i.weight * h.times * {_K1 + 1} / (h.times + {_K1} * ({1 - _B} + {_B} * d.words / o.length))) AS score
        FROM hits h JOIN weights i ON i.number = h.number JOIN documents d ON d.id = h.document, overall o
        GROUP BY h.document
    ),
    ranked AS (
        SELECT s.document, s.score FROM scored s JOIN documents d ON d.id = s.document
        WHERE s.found = $asked
            AND coalesce(list_bool_and(list_transform($phrases, lambda p: contains(lower(d.text), p))), true)
    )
"""
"""Common table expressions that end in `ranked`: the documents in which every word and phrase stands, with a score."""


def search(connection: duckdb.DuckDBPyConnection, text: str) -> Search:
    """What `text` looks for: its words, in every form the record has of them, and its "quoted phrases".

    Raises `memcon.Error` where there is no word in it.
    """
    if len(text) > _LONGEST_SEARCH:
        raise Error(f"a search of {len(text):,} characters; {_LONGEST_SEARCH} are the most")
    asked = tuple(words(text))
    if not asked:
        raise Error("nothing to search for; give at least one word")
    if len(asked) > _MOST_WORDS:
        raise Error(f"a search for {len(asked)} words; {_MOST_WORDS} are the most")
    forms = tuple((form, number) for number, word in enumerate(asked) for form in _forms(connection, word))
    phrases = tuple(" ".join(phrase.lower().split()) for phrase in _PHRASE.findall(text) if phrase.strip())
    return Search(asked, forms, phrases)


def find(connection: duckdb.DuckDBPyConnection, text: str, kind: str, asked: Asked, most: int) -> list[Row]:
    """The best `most` documents, or facts of a kind, with what `text` asks for. See `Reader.find`."""
    sought = search(connection, text)
    if kind == "documents":
        return _documents(connection, sought, asked, most)
    if kind not in _FACTS:
        raise Error(f"{kind!r} is nothing to find; there are documents, {', '.join(_FACTS)}")
    made = Conditions(parameters=sought.parameters() | {"tried": _DOCUMENTS_TRIED})
    ranked = f"WITH {RANKED} SELECT document, score FROM ranked ORDER BY score DESC, document LIMIT $tried"
    scores = {row["document"]: row["score"] for row in Answer(connection, ranked, made.parameters).rows()}
    asked = replace(asked, documents=tuple(scores))
    if not scores:
        return []
    query, parameters = _query(kind, asked)
    forms = dict(sought.forms)
    found = []
    for row in Answer(connection, query, parameters).rows():
        own = str(row[_FACTS[kind]])
        numbers = {forms[word] for word in words(own) if word in forms}
        if len(numbers) == len(sought.words) and all(phrase in own.lower() for phrase in sought.phrases):
            documents = row["documents"] if kind == "agreements" else [row["document"]]
            found.append(row | {"search_score": max(scores.get(document, 0.0) for document in documents)})
    found.sort(key=lambda row: (-row["search_score"], str(row["id"])))
    return found[:most]


_FACTS = {"events": "sentence", "statements": "words", "figures": "text", "agreements": "name"}
"""Kinds of facts that can be found, and the column of their own words."""


def _query(kind: str, asked: Asked) -> tuple[str, dict[str, object]]:
    if kind == "events":
        return facts.events(asked, merged=True)
    return {"statements": facts.statements, "figures": facts.figures, "agreements": facts.agreements}[kind](asked)


def _documents(connection: duckdb.DuckDBPyConnection, sought: Search, asked: Asked, most: int) -> list[Row]:
    made = Conditions(parameters={**sought.parameters(), "most": most})
    if asked.from_:
        made.add("d.published >= CAST($from_day AS DATE)", from_day=asked.from_)
    if asked.to:
        made.add("d.published <= CAST($to_day AS DATE)", to_day=asked.to)
    for number, party in enumerate(asked.parties):
        field = "country" if party.country else "lower(name)"
        name = f"party_{number}"
        made.add(f"d.id IN (SELECT document FROM actors_now WHERE {field} = ${name})")
        made.parameters[name] = party.country or party.name
    if asked.person:
        made.add(
            "d.id IN (SELECT document FROM actors_now WHERE kind = 'person' AND contains(lower(name), $person))",
            person=asked.person.casefold(),
        )
    if asked.types:
        made.add(
            "d.id IN (SELECT document FROM events_now WHERE list_contains($types, type))",
            types=[kind.upper() for kind in asked.types],
        )
    query = f"""WITH {RANKED}
        SELECT d.id, d.given_id, d.title, d.published, d.publisher, d.url, d.head, r.score, d.text
        FROM ranked r JOIN documents_now d ON d.id = r.document {made.where()}
        QUALIFY row_number() OVER (PARTITION BY d.head ORDER BY r.score DESC, d.id) = 1
        ORDER BY r.score DESC, d.id LIMIT $most"""
    forms = dict(sought.forms)
    rows = Answer(connection, query, made.parameters).rows()
    return [{**row, "snippet": snippet(row.pop("text"), forms)} for row in rows]


def _forms(connection: duckdb.DuckDBPyConnection, word: str) -> list[str]:
    """The words of the record that have the stem of `word`, and `word` itself."""
    stem = _stemmer().stemWord
    core = stem(word)
    # A stem may differ from its words in its last letters ("agenc" from "agency", "studi" from "studied").
    start = core[: max(3, len(core) - 2)]
    found = connection.cursor().execute(
        "SELECT DISTINCT word FROM words WHERE starts_with(word, $start) ORDER BY word", {"start": start}
    )
    return sorted({word, *(other for (other,) in found.fetchall() if stem(other) == core)})


@functools.cache
def _stemmer() -> Any:
    """Snowball's stemmer for English (Porter2)."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def snippet(text: str, forms: Mapping[str, int], most: int = 240) -> str:
    """The piece of `text`, at most `most` characters, in which the most of the words stand closest together."""
    folded = text.casefold()
    if len(folded) != len(text):  # folding that changes lengths would shift the places
        folded = text.lower() if len(text.lower()) == len(text) else text
    places = sorted(
        (match.start(), match.end(), forms[match.group().replace("’", "'")])
        for match in re.finditer(r"[^\W_]+(?:['’][^\W_]+)?", folded)
        if match.group().replace("’", "'") in forms
    )
    best, begin = (0, 0), 0
    first = 0
    for last, (_, end, _) in enumerate(places):
        while end - places[first][0] > most:
            first += 1
        inside = {number for _, _, number in places[first : last + 1]}
        if (len(inside), last - first) > best:
            best, begin = (len(inside), last - first), places[first][0]
    start = max(0, begin - most // 4)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    piece = " ".join(text[start : start + most].split())
    return ("… " if start else "") + piece + (" …" if start + most < len(text) else "")
