"""`memcon.read` as a whole: what it takes, what it refuses, and that real reports come out whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import jsonschema
import pytest

import memcon
from memcon.facts import Document
from memcon.serial import json_schema
from memcon.sources import documents

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "corpus"
EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "The president of France met the chancellor of Germany in Berlin on Monday."


@pytest.mark.parametrize("published", ["2025-03-05", "20250305", date(2025, 3, 5), "Wed, 05 Mar 2025 10:00:00 +0000"])
def test_day_of_publication(published: str | date) -> None:
    record = memcon.read(TEXT, published=published)
    assert (record.document.published, record.document.published_from) == ("2025-03-05", "given")


def test_given_day_wins_over_the_documents_own() -> None:
    document = Document(TEXT, published="2020-01-01T10:00:00Z", publisher="P")
    assert memcon.read(document, published="2025-03-05").document.published == "2025-03-05"
    own = memcon.read(document).document
    assert (own.published, own.published_from, own.publisher) == ("2020-01-01", "metadata", "P")


@pytest.mark.parametrize(
    ("text", "published", "says"),
    [
        ("", None, "nothing to read"),
        (" \n\u00a0\t", None, "nothing to read"),
        (TEXT, "soon", "'soon' is not a date; write it as 2025-01-31"),
        ("half \ud83d", None, "lone surrogate"),
        ("The ministers met. " * 60_000, None, "1,140,000 characters; split it"),
    ],
)
def test_what_is_refused(text: str, published: str | None, says: str) -> None:
    with pytest.raises(memcon.Error, match=says):
        memcon.read(text, published=published)


def test_other_languages_are_recorded_and_not_coded() -> None:
    text = "Der Außenminister hat am Montag seinen französischen Kollegen in Berlin empfangen und mit ihm gesprochen."
    record = memcon.read(text)
    assert record.document.language == "de"
    assert (record.events, record.statements, record.actors) == ((), (), ())


@pytest.mark.parametrize("name", ["call", "summit", "sanctions", "attack", "trade", "undated"])
def test_same_input_same_record(name: str) -> None:
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    assert memcon.read(text) == memcon.read(text)


def real() -> Iterator[Document]:
    """Every twentieth or so document of both corpora: forty in all."""
    for name, step in (("state_department", 36), ("guardian", 9)):
        yield from islice(documents([CORPUS / f"{name}.jsonl"]), 0, None, step)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora, ../shared/gold/corpus, are not here")
def test_real_reports_come_out_whole() -> None:
    schema = jsonschema.Draft202012Validator(json_schema())
    count = 0
    for document in real():
        record = memcon.read(document)
        record.validate()
        data = record.to_dict()
        schema.validate(data)
        assert memcon.Record.from_dict(json.loads(json.dumps(data))) == record
        count += 1
    assert count == 42


def test_examples_come_out_whole() -> None:
    schema = jsonschema.Draft202012Validator(json_schema())
    for document in documents([EXAMPLES / "index.csv"]):
        record = memcon.read(document)
        record.validate()
        schema.validate(record.to_dict())
