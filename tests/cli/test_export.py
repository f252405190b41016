"""`memcon export` as people run it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas
import pytest

from memcon import Record
from memcon.cli import main
from memcon.store import Store


@pytest.fixture
def printed(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `memcon read --json` prints of two reports."""
    monkeypatch.chdir(tmp_path)
    lines = "".join(json.dumps(record.to_dict()) + "\n" for _ in range(2))
    Path("records.jsonl").write_text(lines, "utf-8")
    return lines


def test_from_files_and_standard_input(
    printed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["export", "icews", "records.jsonl"]) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 7
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(json.loads(printed.splitlines()[0]), indent=1)))
    assert main(["export", "icews", "-"]) == 0
    assert capsys.readouterr().out == "\n".join(out.splitlines()[:4]) + "\n"


def test_to_a_file(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "cameo", "records.jsonl", "--out", "events.csv"]) == 0
    assert capsys.readouterr() == ("", "wrote events.csv\n")
    assert Path("events.csv").read_text("utf-8").startswith("event,date,")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{}\n{", "memcon: bad.jsonl, line 1: record: missing key 'memcon'"),
        ("nothing", "memcon: bad.jsonl, line 1: not JSON; give what memcon read --json printed"),
        ("", "memcon: bad.jsonl: empty; give what memcon read --json printed"),
    ],
)
def test_what_is_no_record_leaves_no_file(
    printed: str, line: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.jsonl").write_text(line, "utf-8")
    assert main(["export", "jsonld", "records.jsonl", "bad.jsonl", "--out", "graph.jsonld"]) == 2
    assert capsys.readouterr().err.strip() == message
    assert sorted(path.name for path in Path().iterdir()) == ["bad.jsonl", "records.jsonl"]


def test_from_the_record(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store("memcon.duckdb") as store:
        added = store.add(record)
    assert main(["export", "cameo"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["event"] for row in rows] == [f"{added.id}#{event}" for event in ("e1", "e1", "e2", "e3")]
    assert main(["export", "ftm", "--record", "other.duckdb"]) == 2
    assert "other.duckdb: no such record" in capsys.readouterr().err


def test_parquet(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store("memcon.duckdb") as store:
        store.add(record)
    assert main(["export", "parquet", "--out", "tables"]) == 0
    assert capsys.readouterr().err == "wrote tables\n"
    frames = {path.stem: pandas.read_parquet(path) for path in Path("tables").iterdir()}
    assert {name: len(frame) for name, frame in frames.items()} == {
        "documents": 1, "events": 3, "statements": 2, "figures": 4, "agreements": 1, "dyads": 2,
    }  # fmt: skip
    assert list(frames["events"]["source"][0]) == ["Flavia Elphberg", "Rufus Firefly"]
    assert main(["export", "parquet", "--out", "tables"]) == 2
    assert "tables: holds something already; name a new folder" in capsys.readouterr().err
    assert main(["export", "tables", "--out", "by-month"]) == 0
    assert len(pandas.read_parquet("by-month/events")) == 3
    capsys.readouterr()
    assert main(["export", "parquet"]) == 2
    assert "name it with --out" in capsys.readouterr().err


def test_unknown_format_and_absent_file(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "xls", "records.jsonl"]) == 2
    assert "'xls' is no export format" in capsys.readouterr().err
    assert main(["export", "ftm", "absent.jsonl"]) == 2
    assert capsys.readouterr().err == "memcon: absent.jsonl: no such file or directory\n"
