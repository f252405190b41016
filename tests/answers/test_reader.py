"""Questions to a record, and what they answer."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest

from memcon import Error
from memcon.answers import Reader, answer, parties
from memcon.knowledge import default_base
from memcon.store import Store
from memcon.store.corrections import Correction


def told(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """What rows of events say, in short: type, day, names of both sides."""
    return [(row["type"], str(row["day"]), row["source"], row["target"]) for row in rows]


MET = ("CONSULT", "2025-03-04", ["Aidar Bekov", "Marta Lind"], None)
SIGN = ("AGREE", "2025-05-01", ["Kazakhstan", "European Union"], None)
PUNISH = ("SANCTION", "2025-04-02", ["European Union"], ["Lake Fund", "Kazakhstan"])
CALL = ("CONSULT", "None", ["Marta Lind"], ["Aidar Bekov"])
ACCUSE = ("ACCUSE", "2025-03-20", ["Georgia"], ["Kazakhstan"])
AID = ("AID", "2025-03-20", ["European Union"], ["Georgia"])
UNHURT = ("ASSAULT", "2025-03-20", ["Georgia"], ["Kazakhstan"])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [MET, ACCUSE, AID, UNHURT, PUNISH, SIGN, CALL]),
        ({"pair": ("KAZ", "EUR")}, [MET, PUNISH, SIGN, CALL]),
        ({"pair": ("EU", "Kazakhstan")}, [MET, PUNISH, SIGN, CALL]),
        ({"pair": ("KAZ", "GEO")}, [ACCUSE, UNHURT]),
        ({"pair": ("Lake Fund", "EU")}, [PUNISH]),
        ({"pair": ("Lake Fund", "KAZ")}, []),  # both suffer it: neither did it to the other
        ({"party": "GEO"}, [ACCUSE, AID, UNHURT]),
        ({"person": "lind"}, [MET, CALL]),
        ({"pair": ("KAZ", "EUR"), "from_": "2025-03-05", "to": "2025-04-30"}, [PUNISH]),
        ({"pair": ("KAZ", "EUR"), "from_": "2025-05-20"}, [SIGN]),  # goes on until 31 May
        ({"to": "2025-03-04"}, [MET]),
        ({"types": ["aid", "ACCUSE"]}, [ACCUSE, AID]),
        ({"statuses": ["future"]}, [SIGN]),
        ({"statuses": ["negated"], "party": "KAZ"}, [UNHURT]),
    ],
)
def test_events(reader: Reader, asked: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    assert told(reader.events(**asked).rows()) == expected


def test_an_event_is_told_with_place_report_and_spans(reader: Reader) -> None:
    [row] = reader.events(types=["CONSULT"], from_="2025-01-01").rows()
    assert (row["place"], row["place_country"], row["modes"], row["reports"]) == ("Astana", "KAZ", ["visit"], 1)
    assert row["source_countries"] == ["KAZ", "EUR"]
    assert (row["title"], row["publisher"]) == (
        "Aidar Bekov received Marta Lind in Astana on Tuesday",
        "The Strelsau Gazette",
    )
    assert row["sentence"] == "Aidar Bekov received Marta Lind in Astana on Tuesday."[row["start"] : row["stop"]]


def test_merged_events_are_one_row(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "merged.duckdb"
    shutil.copy(path, copy)
    with Store(copy) as store:
        ids = [row["id"] for row in store.query("SELECT id FROM events WHERE type = 'CONSULT' ORDER BY id")]
        for id in ids:
            store.connection.execute(
                "INSERT INTO merged BY NAME SELECT 'event' AS kind, ? AS fact, ? AS document, ? AS head",
                [id, id.split("/")[0], ids[0]],
            )
    with Reader(copy) as reader:
        [row] = reader.events(types=["CONSULT"]).rows()
        assert (row["documents"], row["day"]) == (2, date(2025, 3, 4))
        assert len(reader.events(types=["CONSULT"], merged=False).rows()) == 2
        [told] = reader.happenings().rows()
        assert (told["reports"], told["publishers"]) == (2, 1)
        assert told["events"][0] == row["id"]  # the first report's first


def test_records_come_back_whole_by_day(reader: Reader) -> None:
    records = list(reader.records())
    for record in records:
        record.validate()
    assert [record.document.published for record in records] == ["2025-03-05", "2025-03-20", "2025-04-02", None]
    assert [record.document.id for record in records] == [row["id"] for row in reader.documents().rows()]
    assert [len(record.events) for record in records] == [2, 3, 1, 1]


def test_records_are_as_people_have_corrected_them_without_copies(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "corrected.duckdb"
    shutil.copy(path, copy)
    with Store(copy) as store:
        [wrong] = store.query("SELECT id FROM events WHERE type = 'AID'")
        store.correct(wrong["id"], Correction("reject", "an editor", "nothing was paid"))
        ids = [row["id"] for row in store.query("SELECT id FROM documents ORDER BY published NULLS LAST")]
        store.connection.execute(
            "INSERT INTO merged BY NAME SELECT 'document' AS kind, ? AS fact, ? AS document, ? AS head",
            [ids[3], ids[3], ids[0]],
        )
    with Reader(copy) as reader:
        records = list(reader.records())
        assert [record.document.id for record in records] == ids[:3]
        assert [event.type for event in records[1].events] == ["ACCUSE", "ASSAULT"]
        assert reader.events(types=["AID"]).rows() == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, ["We trust Aidar Bekov as a partner"]),
        ({"pair": ("KAZ", "EUR")}, ["We trust Aidar Bekov as a partner"]),  # it mentions the other
        ({"pair": ("GEO", "EUR")}, []),
        ({"party": "EUR"}, ["We trust Aidar Bekov as a partner"]),
        ({"person": "marta"}, ["We trust Aidar Bekov as a partner"]),
        ({"person": "bekov"}, []),  # does not speak
        ({"to": "2025-03-01"}, []),
    ],
)
def test_statements(reader: Reader, asked: dict[str, Any], words: list[str]) -> None:
    assert [row["words"] for row in reader.statements(**asked).rows()] == words


def test_figures_and_their_checks(reader: Reader) -> None:
    rows = reader.figures(pair=("KAZ", "EUR"), indicators=["trade"]).rows()
    assert [(row["text"], row["unit"], row["period"], row["verdict"]) for row in rows] == [
        ("$48bn", "USD", "2024", "agrees"),
        ("€46bn", "EUR", "2024", "agrees"),
    ]
    [check] = reader.checks([rows[0]["id"]]).rows()
    assert check["figures"] == [row["id"] for row in rows]
    assert reader.figures(pair=("KAZ", "GEO")).rows() == reader.figures(from_="2025-01-01").rows() == []


def test_agreements(reader: Reader) -> None:
    [row] = reader.agreements(pair=("KAZ", "EUR")).rows()
    assert (row["name"], row["kind"], row["parties"]) == ("Lake Treaty", "treaty", ["Kazakhstan", "European Union"])
    assert reader.agreements(party="GEO").rows() == []


def test_timeline_and_what_is_to_come(reader: Reader) -> None:
    assert told(reader.timeline(party="KAZ").rows()) == [MET, ACCUSE, PUNISH, CALL]
    assert reader.latest() == "2025-04-02"
    assert told(reader.upcoming().rows()) == told(reader.upcoming(after="2025-05-31").rows()) == [SIGN]
    assert reader.upcoming(after="2025-06-01").rows() == reader.upcoming(pair=("KAZ", "GEO")).rows() == []


def test_an_announcement_without_a_day_stands_for_a_while(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "announced.duckdb"
    shutil.copy(path, copy)
    with Store(copy) as store:
        store.connection.execute("UPDATE events SET status = 'future' WHERE type = 'ACCUSE'")  # reported on 20 March
    with Reader(copy) as reader:
        assert (
            told(reader.upcoming(after="2025-06-18").rows()) == told(reader.upcoming(("KAZ", "GEO")).rows()) == [ACCUSE]
        )
        assert [row["type"] for row in reader.brief(("KAZ", "GEO")).coming] == ["ACCUSE"]
        assert reader.upcoming(after="2025-06-19").rows() == []


def counted(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["source"], row["target"], row["events"], row["net_cooperation"]) for row in rows]


def test_dyads_by_month(reader: Reader) -> None:
    rows = reader.dyads(pair=("KAZ", "EUR")).rows()
    assert counted(rows) == [("EUR", "KAZ", 1, 1), ("EUR", "KAZ", 1, -1), ("KAZ", "EUR", 1, 1)]
    assert [row["month"] for row in rows] == [date(2025, 3, 1), date(2025, 4, 1), date(2025, 3, 1)]
    april = rows[1]
    assert (april["verbal_conflict"], april["mean_score"], april["mean_goldstein"]) == (1, -7.0, -8.0)


def test_dyads_undirected_by_year(reader: Reader) -> None:
    rows = reader.dyads(per="year", directed=False).rows()
    assert counted(rows) == [("EUR", "GEO", 1, 1), ("EUR", "KAZ", 2, 0), ("GEO", "KAZ", 1, -1)]
    assert rows[1]["mean_goldstein"] == pytest.approx(-3.5)
    assert rows[1]["year"] == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"party": "GEO"}, [("EUR", "GEO", 1, 1), ("GEO", "KAZ", 1, -1)]),
        ({"from_": "2025-04-01"}, [("EUR", "KAZ", 1, -1)]),
        ({"to": "2025-03-04"}, [("EUR", "KAZ", 1, 1), ("KAZ", "EUR", 1, 1)]),
        ({"types": ["AID"]}, [("EUR", "GEO", 1, 1)]),
    ],
)
def test_dyads_of_some(reader: Reader, asked: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    assert counted(reader.dyads(**asked).rows()) == expected


def test_answers_as_tables(reader: Reader) -> None:
    asked = reader.events(pair=("KAZ", "EUR"))
    table = asked.arrow()
    assert isinstance(table, pyarrow.Table)
    assert table.num_rows == len(asked.rows()) == 4
    assert list(asked.pandas()["type"]) == table.column("type").to_pylist()
    assert isinstance(asked.pandas(), pandas.DataFrame)
    assert isinstance(asked.polars(), polars.DataFrame)
    assert polars.DataFrame(asked).shape == pyarrow.table(asked).shape == table.shape


def test_a_missing_library_is_named(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(answer.importlib, "import_module", absent)
    with pytest.raises(Error, match=r"polars is not installed; pip install 'memcon\[frames\]', or use rows\(\)"):
        reader.events().polars()


@pytest.mark.parametrize(
    ("given", "code", "label"),
    [
        ("KAZ", "KAZ", "Kazakhstan"),
        ("kaz", "KAZ", "Kazakhstan"),
        ("Kazakhstan", "KAZ", "Kazakhstan"),
        ("kazakhstan", "KAZ", "Kazakhstan"),
        ("Kazakh", "KAZ", "Kazakhstan"),
        ("EUR", "EUR", "European Union"),
        ("EU", "EUR", "European Union"),
        ("the  nobody", None, "the nobody"),
        ("'; DROP TABLE events; --", None, "'; DROP TABLE events; --"),
    ],
)
def test_whom_a_name_means(given: str, code: str | None, label: str) -> None:
    found = parties.party(given, default_base())
    assert (found.country, found.label) == (code, label)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"party": "Korea"}, r"'Korea' may be South Korea \(KOR\) or North Korea \(PRK\); give the code"),
        ({"party": " "}, "a party is empty"),
        ({"party": "Martha Lind"}, "nobody called 'Martha Lind' is in the record; did you mean Marta Lind"),
        ({"party": "'; DROP TABLE events; --"}, 'nobody called "\'; DROP TABLE events; --" is in the record'),
        ({"pair": ("KAZ", "EUR"), "party": "GEO"}, "a pair and a party; give one of them"),
        ({"from_": "yesterday"}, "'yesterday' is no day; write it as 2025-01-31"),
        ({"from_": "2025-02-01", "to": "2025-01-01"}, "the first day, 2025-02-01, is after the last, 2025-01-01"),
    ],
)
def test_what_cannot_be_asked(reader: Reader, asked: dict[str, Any], message: str) -> None:
    with pytest.raises(Error, match=message):
        reader.events(**asked)


def test_dyads_are_of_countries(reader: Reader) -> None:
    with pytest.raises(Error, match="'Lake Fund' is no country"):
        reader.dyads(party="Lake Fund")
    with pytest.raises(Error, match="'decade' is no span to count by"):
        reader.dyads(per="decade")  # type: ignore[arg-type]
