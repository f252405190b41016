"""Many documents: passed over, set aside, killed, crowded; the record stays whole and ends the same."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.errors import Error
from memcon.facts import Document, Record
from memcon.store import Store, failures, identity, integrity
from memcon.store.adding import Adding

Contents = Callable[[Store], dict[str, list[tuple[object, ...]]]]
ADDER = Path(__file__).with_name("adder.py")
REPORTS = 80


def several(record: Record, count: int) -> list[Document]:
    return [replace(record.document, id=f"n{n}", url=f"https://news.example/n{n}") for n in range(count)]


def adding(store: Store, record: Record, **options: bool) -> Adding:
    def read(document: Document) -> Record:
        if document.id == "n2":
            raise Error("of no use")
        if document.id == "n3":
            raise ValueError("oh")
        made = replace(record, document=document)
        return replace(made, places=(replace(record.places[0], text="Nowhere"),)) if document.id == "n4" else made

    return Adding(store, read, identity.coding_id(record.memcon), batch=3, **options)


def test_what_fails_is_set_aside_and_the_rest_goes_on(store: Store, record: Record, everything: Contents) -> None:
    outcomes = [outcome for _, outcome in adding(store, record).add(several(record, 7))]
    assert sorted(outcomes) == ["failed"] * 3 + ["new"] * 4
    kept = failures.known(store.connection).values()
    assert [(failure.what, failure.reason.partition(" (")[0]) for failure in kept if failure.what != "n4"] == [
        ("n2", "of no use"),
        ("n3", "memcon failed on it, which is a defect of memcon"),
    ]
    assert any("Nowhere" in failure.reason for failure in kept)
    before = everything(store)
    again = [outcome for _, outcome in adding(store, record).add(several(record, 7))]
    assert sorted(again) == ["failed"] * 3 + ["known"] * 4
    assert everything(store) == before


def test_what_failed_is_forgotten_when_it_goes_in(store: Store, record: Record) -> None:
    list(adding(store, record).add(several(record, 3)))
    assert len(failures.known(store.connection)) == 1
    mended = Adding(store, lambda document: replace(record, document=document), "any", retry=True)
    assert [outcome for _, outcome in mended.add(several(record, 3)[2:])] == ["new"]
    assert failures.known(store.connection) == {}


def test_failures_of_files_are_settled(store: Store) -> None:
    broken, other = (failures.of_message(f"{name}: is empty") for name in ("in/a.txt", "b.txt"))
    failures.settle(store.connection, {broken.id: broken, other.id: other}, ["in/", "b.txt"])
    assert [(f.what, f.reason) for f in failures.known(store.connection).values()] == [
        ("b.txt", "is empty"),
        ("in/a.txt", "is empty"),
    ]
    failures.settle(store.connection, {}, ["in"])
    assert list(failures.known(store.connection)) == [other.id]


def test_stopping_keeps_what_was_read(store: Store, record: Record) -> None:
    def documents() -> Iterator[Document]:
        yield from several(record, 2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(adding(store, record).add(documents()))
    assert store.query("SELECT count(*) AS n FROM documents") == [{"n": 2}]


@pytest.fixture(scope="module")
def adder() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(ADDER)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def start(adder: subprocess.Popen[str], path: Path, reports: int) -> int:
    """The number of the process that has begun to add."""
    assert adder.stdin is not None
    assert adder.stdout is not None
    adder.stdin.write(f"{path} {reports}\n")
    adder.stdin.flush()
    return int(adder.stdout.readline())


def ended(adder: subprocess.Popen[str]) -> list[str]:
    assert adder.stdout is not None
    return adder.stdout.readline().split()


def until_held(path: Path) -> None:
    while not path.exists():
        time.sleep(0.01)
    time.sleep(0.1)


def test_killed_at_any_moment_the_record_is_whole(
    tmp_path: Path, adder: subprocess.Popen[str], everything: Contents
) -> None:
    undisturbed, killed = tmp_path / "undisturbed.duckdb", tmp_path / "killed.duckdb"
    began = time.monotonic()
    start(adder, undisturbed, REPORTS)
    assert ended(adder).count("new") > REPORTS // 2
    lasted = time.monotonic() - began
    chance = random.Random(20)
    for moment in range(20):
        process = start(adder, killed, REPORTS)
        time.sleep(chance.uniform(0, 0.1) * lasted)
        os.kill(process, signal.SIGKILL)
        ended(adder)
        if killed.exists() and moment % 4 == 0:
            with Store(killed) as store:
                facts = store.query("SELECT count(DISTINCT document) AS n FROM events")[0]["n"]
                assert facts == store.query("SELECT count(*) AS n FROM documents")[0]["n"]
                assert integrity.faults(store.connection) == []
    start(adder, killed, REPORTS)
    ended(adder)
    with Store(undisturbed) as first, Store(killed) as second:
        assert everything(second) == everything(first)


def test_second_process_is_told_who_holds_the_record(tmp_path: Path, adder: subprocess.Popen[str]) -> None:
    path = tmp_path / "held.duckdb"
    process = start(adder, path, 400)
    until_held(path)
    with pytest.raises(Error, match=f"held by process {process} "):
        Store(path)
    with pytest.raises(Error, match="held by"):
        Store(path, read_only=True, wait=0.3)
    os.kill(process, signal.SIGKILL)
    ended(adder)


def test_second_process_waits(tmp_path: Path, adder: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "held.duckdb"
    start(adder, path, 30)
    until_held(path)
    with Store(path, wait=30) as store:
        assert store.query("SELECT count(*) AS n FROM documents")[0]["n"] == 27
    assert "waiting for it" in capsys.readouterr().err
    ended(adder)
