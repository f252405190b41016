"""Copies: sixty texts as papers make them of an agency's are found; texts of the same matter are none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.facts import Document, Made, Record
from memcon.store import Store
from memcon.store.merging import copies

HERE = Path(__file__).parent
REPORTS = tomllib.loads((HERE / "copies.toml").read_text("utf-8"))["report"]
FEED = HERE.parents[2] / "shared" / "gold" / "corpus" / "feed"
if not FEED.exists():
    FEED = HERE.parents[3] / "shared" / "gold" / "corpus" / "feed"


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=\.) ", text)


def swapped(text: str) -> str:
    """The words that sub-editors change."""
    for old, new in (
        ("said", "told reporters"), ("announced", "made known"), ("first", "opening"), ("two", "2"), ("three", "3"),
        ("will", "is to"), ("because of", "over"), ("since", "as"), ("government", "cabinet"), ("people", "persons"),
    ):  # fmt: skip
        text = re.sub(rf"\b{old}\b", new, text, count=1)
    return text


CHANGES: dict[str, Callable[[str], str]] = {
    "with a dateline and a headline": lambda t: f"NEWS IN BRIEF\nLENZ, 4 March (Agency) — {t}",
    "cut at the end": lambda t: " ".join(sentences(t)[:-1]),
    "words changed": swapped,
    "sentences moved": lambda t: " ".join([*sentences(t)[1:], sentences(t)[0]]).replace("-", " ").upper(),
    "with what every page has below": lambda t: (
        f"{t}\n\nSubscribe to our letter for more news like this. All rights "
        "reserved. Reporting by our staff, editing by the evening desk."
    ),
}


def bare(text: str, number: int) -> Record:
    document = Document(text, f"n{number}", url=f"https://paper{number}.example/", language="en")
    return Record(Made(1, "0"), document)


def test_sixty_copies_are_found_and_no_others(store: Store) -> None:
    texts = [[report["text"], *(change(report["text"]) for change in CHANGES.values())] for report in REPORTS]
    records = [bare(text, 10 * n + m) for n, versions in enumerate(texts) for m, text in enumerate(versions)]
    assert len(records) - len(REPORTS) == 60
    ids = [added.id for added in store.add_all(records)]
    wanted = sorted(sorted(ids[n : n + 6]) for n in range(0, len(ids), 6))
    found = store.query("SELECT list(fact ORDER BY fact) AS ids FROM merged WHERE kind = 'document' GROUP BY head")
    assert sorted(row["ids"] for row in found) == wanted


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_copy_is_alike(change: str) -> None:
    for report in REPORTS:
        one, other = (
            copies.of_text(id, text) for id, text in (("a", report["text"]), ("b", CHANGES[change](report["text"])))
        )
        assert copies.Copies().likeness(one, other), report["text"]
        assert set(copies.bands(one.triples)) & set(copies.bands(other.triples))


def test_short_texts_are_copies_only_where_alike() -> None:
    short, longer = "The talks end.", REPORTS[0]["text"] + " The talks end."
    assert copies.Copies().likeness(copies.of_text("a", short), copies.of_text("b", longer)) is None
    assert copies.Copies().likeness(copies.of_text("a", short), copies.of_text("b", short))


@pytest.mark.skipif(not FEED.exists(), reason="wants the feed snapshots of ../shared")
def test_feed_snapshots_hold_every_release_once(store: Store) -> None:
    from memcon import sources

    documents = list(sources.documents([FEED]))
    for document in documents:
        store.add(Record(Made(1, "0"), document))
    counts = "SELECT (SELECT count(*) FROM documents) AS versions, (SELECT count(*) FROM documents_now) AS present"
    addresses = {document.url for document in documents}
    texts = {(document.url, document.text) for document in documents}
    assert store.query(counts) == [{"versions": len(texts), "present": len(addresses)}]
    assert len(texts) > len(addresses)
    shown = {row["url"] for row in store.query("SELECT url FROM documents_now")}
    assert shown == addresses
