"""Full-text search."""

from __future__ import annotations

import math
from typing import Any

import pytest

from memcon import Error
from memcon.answers import Reader, searching


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("treaty", {}, ["one"]),
        ("sanction", {}, ["three"]),  # the report has the plural
        ("imposing sanctions", {}, ["three"]),
        ("Kazakhstan", {}, ["two", "three", "one"]),  # the shorter the better; the longest though named twice
        ("kazakhstan lake", {}, ["three", "one"]),
        ('"lake treaty"', {}, ["one"]),
        ('"treaty lake"', {}, []),
        ("nowhere", {}, []),
        ("Kazakhstan", {"pair": ("KAZ", "GEO")}, ["two"]),
        ("Kazakhstan", {"to": "2025-03-31"}, ["two", "one"]),
        ("Kazakhstan", {"person": "lind"}, ["one"]),
        ("Kazakhstan", {"types": ["SANCTION"]}, ["three"]),
        ("Kazakhstan", {"most": 1}, ["two"]),
        ("'; DROP TABLE words; --", {}, []),
    ],
)
def test_documents(reader: Reader, words: str, asked: dict[str, Any], expected: list[str]) -> None:
    assert [row["given_id"] for row in reader.find(words, **asked)] == expected


@pytest.mark.parametrize(
    ("words", "kind", "asked", "expected"),
    [
        ("sanctions", "events", {}, ["SANCTION"]),
        ("sanctions treaty", "events", {}, []),
        ("Kazakhstan", "events", {"pair": ("KAZ", "EUR")}, ["SANCTION", "AGREE"]),
        ("partner", "statements", {}, ["direct"]),
        ("$48bn", "figures", {}, [None]),
        ("lake", "agreements", {}, ["treaty"]),
    ],
)
def test_facts(reader: Reader, words: str, kind: Any, asked: dict[str, Any], expected: list[Any]) -> None:
    rows = reader.find(words, kind, **asked)
    assert [row.get("type", row.get("kind")) for row in rows] == expected


def test_the_rarer_word_weighs_more(reader: Reader) -> None:
    [rare] = reader.find("treaty")
    common = next(row for row in reader.find("european") if row["given_id"] == "one")
    assert rare["score"] > common["score"]


def test_snippet() -> None:
    text = "Nothing here. " * 40 + "The ministers signed the treaty at dawn. " + "Nothing there. " * 40
    piece = searching.snippet(text, {"treaty": 0, "signed": 1})
    assert "The ministers signed the treaty at dawn." in piece
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert len(piece) < 250
    assert searching.snippet("İstanbul treaty", {"treaty": 0}) == "İstanbul treaty"  # folding lengthens the first word


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "nothing to search for"),
        ("?!", "nothing"),
        ("a" * 501, "501 char"),
        ("a b c d e f g h i j k l m n o p q r s t u", "21 words; 20 are the most"),
    ],
)
def test_what_cannot_be_sought(reader: Reader, words: str, message: str) -> None:
    with pytest.raises(Error, match=message):
        reader.find(words)
    with pytest.raises(Error, match="'people' is nothing to find; there are documents, events"):
        reader.find("treaty", "people")  # type: ignore[arg-type]


def test_scores_are_bm25(reader: Reader) -> None:
    """After Robertson and Zaragoza (2009), with k1 1.2 and b 0.75, for a word that one report of four has."""
    [(count,)] = reader.connection.execute("SELECT count(*) FROM documents").fetchall()
    lengths = reader.connection.execute("SELECT given_id, words FROM documents").fetchall()
    length = dict(lengths)["one"]
    mean = sum(words for _, words in lengths) / count
    [(times,)] = reader.connection.execute("SELECT sum(times) FROM words WHERE word = 'treaty'").fetchall()
    idf = math.log(1 + (count - 1 + 0.5) / (1 + 0.5))
    [found] = reader.find("treaty")
    assert found["score"] == pytest.approx(idf * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / mean)))
