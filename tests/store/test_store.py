"""What goes into a record file comes out again; the same twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.errors import Error
from memcon.facts import Made, Record, Span
from memcon.store import Store, integrity

Contents = Callable[[Store], dict[str, list[tuple[object, ...]]]]


def test_record_comes_back(store: Store, record: Record) -> None:
    id = store.add(record).id
    assert store.record(id) == record
    assert store.record(id, corrected=True) == record


def test_same_document_twice_changes_nothing(store: Store, record: Record, everything: Contents) -> None:
    first = store.add(record)
    before = everything(store)
    assert store.add(record) == replace(first, outcome="known")
    assert store.add(replace(record, document=replace(record.document, id="elsewhere.txt"))).outcome == "known"
    assert everything(store) == before
    assert store.knows(record.document)


def test_id_is_the_same_in_every_file(store: Store, record: Record, tmp_path: Path) -> None:
    with Store(tmp_path / "other.duckdb") as other:
        assert other.add(record).id == store.add(record).id


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"url": "http://www.news.example/1/?utm_source=feed#top", "id": "other"}, "revised"),
        ({"url": "https://news.example/2", "id": "call.txt"}, "revised"),
        ({"url": "https://news.example/2", "id": "other"}, "new"),
        ({"url": None, "id": "call.txt", "publisher": "Another"}, "new"),
        ({"url": None, "id": "17"}, "new"),
        ({"url": None, "id": "table.csv:17"}, "new"),
    ],
)
def test_new_text_of_a_known_document(store: Store, record: Record, changes: dict[str, str], outcome: str) -> None:
    old = store.add(record)
    document = replace(record.document, text=record.document.text + " More.", **changes)  # type: ignore[arg-type]
    new = store.add(replace(record, document=document))
    assert new.outcome == outcome
    present = {row["id"] for row in store.query("SELECT id FROM documents_now")}
    assert present == ({new.id} if outcome == "revised" else {old.id, new.id})
    assert store.record(old.id) == record
    counted = store.query("SELECT count(DISTINCT document) AS n FROM events_now")[0]["n"]
    assert counted == len(present)


def test_version_published_last_counts_in_whatever_order(store: Store, record: Record) -> None:
    late = replace(record, document=replace(record.document, text=record.document.text + "!", published="2025-03-09"))
    newest = store.add(late).id
    assert store.add(record).outcome == "revised"
    assert [row["id"] for row in store.query("SELECT id FROM documents_now")] == [newest]


def test_newer_coding_replaces_facts(store: Store, record: Record) -> None:
    id = store.add(record).id
    newer = replace(record, memcon=Made(1, "9.9", {}), events=record.events[:1], checks=())
    assert not store.knows(record.document, "other coding")
    assert store.add(newer).outcome == "recoded"
    assert store.record(id) == newer
    assert store.query("SELECT count(*) AS n FROM events")[0]["n"] == 1


def test_a_day_given_later_is_taken(store: Store, record: Record) -> None:
    undated = replace(record, document=replace(record.document, published=None, published_from=None))
    id = store.add(undated).id
    assert not store.knows(record.document)
    assert store.add(record).outcome == "recoded"
    assert store.record(id).document.published == "2025-03-05"
    assert store.add(undated).outcome == "known"


def test_what_is_not_whole_stays_out(store: Store, record: Record, everything: Contents) -> None:
    event = replace(record.events[0], trigger=Span(0, 5, "Queen"))
    before = everything(store)
    with pytest.raises(Error, match="Queen"):
        store.add_all([record, replace(record, events=(event,))])
    assert everything(store) == before


def test_keys_refer_to_rows(store: Store, record: Record) -> None:
    id = store.add(record).id
    assert integrity.faults(store.connection) == []
    store.connection.execute("DELETE FROM actors WHERE id = ?", [f"{id}/a4"])
    told = [fault.partition(" ")[0] for fault in integrity.faults(store.connection)]
    assert sorted(told) == ["agreement_actors.actor", "event_actors.actor", "figure_actors.actor", "mentions.actor"]


def test_words_are_counted(store: Store, record: Record) -> None:
    id = store.add(record).id
    assert store.query("SELECT times FROM words WHERE word = 'firefly' AND document = ?", id) == [{"times": 2}]
    total = store.query("SELECT sum(times) AS n FROM words")[0]["n"]
    assert store.query("SELECT words FROM documents")[0]["words"] == total


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Error, match="no such record"):
        Store(tmp_path / "none.duckdb", read_only=True)
    (tmp_path / "text").write_text("no database, however long it may be " * 999)
    with pytest.raises(Error, match="no record file"):
        Store(tmp_path / "text")
