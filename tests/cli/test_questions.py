"""The commands that ask the record, as people run them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from memcon import Record
from memcon.cli import main
from memcon.exports.brief import charts
from memcon.store import Store


@pytest.fixture
def folder(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a record of one report, in which the commands are run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MEMCON_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    with Store("memcon.duckdb") as store:
        store.add(record)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(list(arguments)) == code
    out, err = capsys.readouterr()
    return out if code == 0 else err


def test_brief(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "brief", "DEU", "France")
    assert out.startswith("Germany and France\n1 event, 1 statement, 1 agreement, 3 figures, 1 report")
    assert "⇒ implies  Up 18 % from about $41.3bn." in out
    assert "“We will sign the Lake Treaty in Strelsau next month”" in out
    assert "The record holds nothing on this pair." in run(capsys, "brief", "DEU", "FRA", "--to", "2020-01-01")


def test_brief_in_files(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "bundle", lambda: "void 0")
    assert run(capsys, "brief", "DEU", "FRA", "--html", "brief.html") == ""
    assert "<h1>Germany and France</h1>" in Path("brief.html").read_text("utf-8")
    assert run(capsys, "brief", "DEU", "FRA", "--md", "-").startswith("# Germany and France\n")
    assert "no/such.md: no such file" in run(capsys, "brief", "DEU", "FRA", "--md", "no/such.md", code=2)


def test_find(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ruritania and Freedonia <talk>  The Strelsau Gazette" in run(capsys, "find", "telephone", "lake")
    [row] = map(json.loads, run(capsys, "find", "lake", "--kind", "agreements", "--json").splitlines())
    assert row["name"] == "Lake Treaty"
    assert "REJECT Rufus Firefly" in run(capsys, "find", "--type", "reject")
    assert "18%" in run(capsys, "find", "--kind", "figures", "--pair", "DEU", "FRA")
    assert run(capsys, "find", "nowhere") == run(capsys, "find", "--person", "nobody") == ""


def test_timeline_and_upcoming(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "timeline", "DEU", "FRA").splitlines()[0].strip() == (
        "4 March 2025  CONSULT Flavia Elphberg and Rufus Firefly  phone"
    )
    [row] = map(json.loads, run(capsys, "upcoming", "--json").splitlines())
    assert (row["type"], row["first_day"], row["topics"]) == ("AGREE", "2025-04-01", ["Lake Treaty"])
    assert run(capsys, "upcoming", "--after", "2026-01-01") == ""


def test_dyads(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, "dyads", "DEU", "FRA", "--per", "year", "--undirected"))))
    assert [(row["source"], row["target"], row["year"], row["net_cooperation"]) for row in rows] == [
        ("DEU", "FRA", "2025-01-01", "1")
    ]


def test_sql(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        run(capsys, "sql", "SELECT '=1' AS a, -1.5 AS b, [1] AS c, true AS d", "--csv")
        == "a,b,c,d\n'=1,-1.5,[1],true\n"
    )
    assert run(capsys, "sql", "SELECT DATE '2025-01-02' AS day", "--json") == '{"day": "2025-01-02"}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT type FROM events_now ORDER BY type"))
    assert [line.strip() for line in run(capsys, "sql", "-").splitlines() if line.strip()][2:] == [
        "AGREE",
        "CONSULT",
        "REJECT",
    ]
    assert "only SELECT" in run(capsys, "sql", "DROP TABLE events", code=2)
    assert main(["sql", "SELECT 1 UNION ALL SELECT 2", "--most", "1"]) == 0
    assert capsys.readouterr().err == "memcon: there are more than 1 rows\n"


def test_a_number_to_show_is_one_or_more(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["find", "lake", "--most", "-1"])
    assert "'-1' is no number of things to show; give 1 or more" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["brief", "DEU", "Narnia"], "memcon: nobody called 'Narnia' is in the record\n"),
        (
            ["timeline", "DEU", "FRA", "ITA"],
            "memcon: 3 parties; give one or two, and put names of several words into quotes\n",
        ),
        (["timeline", "--from", "soon"], "memcon: 'soon' is no day; write it as 2025-01-31\n"),
        (
            ["find", "lake", "--record", "none.duckdb"],
            "memcon: none.duckdb: no such record; make one with memcon add, or name another with --record\n",
        ),
        (["find", "--kind", "documents"], "memcon: documents are found by their words; give some, or another --kind\n"),
    ],
)
def test_errors(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(capsys, *arguments, code=2) == message
