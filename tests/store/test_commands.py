"""`memcon add` and its kin, as people run them, in this process: spaCy takes a second."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.cli import main
from memcon.knowledge import built
from memcon.store import Store

CALL = "President Flavia Elphberg of France telephoned the Chancellor of Germany on 4 March 2025. They agreed to meet."
TALKS = "The foreign ministers of Kazakhstan and Japan met in Tokyo on 6 March 2025 to discuss trade and energy."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "call.txt").write_text(CALL, "utf-8")
    (tmp_path / "in" / "talks.txt").write_text(TALKS, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MEMCON_RECORD", "mine.duckdb")
    return tmp_path


def test_add_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "in"]) == 0
    assert "2 added in " in capsys.readouterr().err
    before = (folder / "mine.duckdb").read_bytes()
    assert main(["add", "in"]) == 0
    assert "2 known already in " in capsys.readouterr().err
    assert (folder / "mine.duckdb").read_bytes() == before


def test_add_with_a_table_built_from_wikidata(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    term = ("Flavia Elphberg", "", "Q1", "finance minister", "FRA", "", "2024-01-01", "", "2026-01-05")
    with (folder / "kb.tsv").open("w", encoding="utf-8") as table:
        built.write(table, [term])
    assert main(["add", "in/call.txt", "--kb", "kb.tsv"]) == 0
    with Store("mine.duckdb", read_only=True) as store:
        asked = "SELECT wikidata FROM actors WHERE name = 'Flavia Elphberg'"
        assert store.query(asked) == [{"wikidata": "Q1"}]
    assert main(["add", "in/talks.txt", "--kb", "none.tsv"]) == 2
    assert "none.tsv: no such file or directory" in capsys.readouterr().err


def test_edited_file_is_a_new_version(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "in"]) == 0
    (folder / "in" / "call.txt").write_text(CALL + " They will meet in May.", "utf-8")
    capsys.readouterr()
    assert main(["add", "in", "--record", "mine.duckdb"]) == 0
    assert "1 added as new versions, 1 known already" in capsys.readouterr().err
    with Store("mine.duckdb", read_only=True) as store:
        counted = "SELECT (SELECT count(*) FROM documents) AS a, (SELECT count(*) FROM documents_now) AS present"
        assert store.query(counted) == [{"a": 3, "present": 2}]


def test_failures_are_listed_until_they_are_mended(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "empty.txt").write_text("")
    assert main(["add", "in"]) == 2
    assert "2 added, 1 set aside (see memcon failures)" in capsys.readouterr().err
    assert main(["failures"]) == 0
    assert capsys.readouterr().out == "in/empty.txt: is empty\n"
    (folder / "in" / "empty.txt").write_text(TALKS + " They will meet again.", "utf-8")
    assert main(["add", "in"]) == 0
    capsys.readouterr()
    assert main(["failures"]) == 0
    assert capsys.readouterr().out == ""


def test_a_day_given_is_kept(folder: Path) -> None:
    assert main(["add", "in/call.txt", "--date", "2025-03-05"]) == 0
    with Store("mine.duckdb", read_only=True) as store:
        [row] = store.query("SELECT published::VARCHAR AS day, published_from FROM documents")
        assert row == {"day": "2025-03-05", "published_from": "given"}


def test_no_record_to_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["failures"]) == 2
    assert "mine.duckdb: no such record" in capsys.readouterr().err
