"""The brief on a pair, from the part of the record that concerns it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from memcon.answers import Reader
from memcon.answers.briefing import Met
from memcon.store import Store


def test_brief(reader: Reader) -> None:
    brief = reader.brief(("KAZ", "EU"))
    assert [party.label for party in brief.parties] == ["Kazakhstan", "European Union"]
    assert [row["type"] for row in brief.timeline] == ["CONSULT", "SANCTION", "CONSULT"]
    assert brief.met == (Met("Aidar Bekov", "Marta Lind", 2, date(2025, 3, 4)),)
    assert [row["words"] for row in brief.statements] == ["We trust Aidar Bekov as a partner"]
    assert [row["name"] for row in brief.agreements] == ["Lake Treaty"]
    assert [row["text"] for row in brief.figures] == ["$48bn", "€46bn"]
    assert [row["verdict"] for row in brief.checks] == ["agrees"]
    assert [str(row["first_day"]) for row in brief.coming] == ["2025-05-01"]
    assert [(str(row["month"]), row["net_cooperation"]) for row in brief.months] == [
        ("2025-03-01", 1),
        ("2025-04-01", -1),
    ]
    assert [row["given_id"] for row in brief.reports] == ["one", "three", "four"]
    assert [brief.number[row["document"]] for row in brief.timeline] == [1, 2, 3]
    assert (brief.as_of, brief.series) == ("2025-04-02", ())


def test_what_is_told_is_what_the_whole_record_tells(reader: Reader) -> None:
    for pair in (("KAZ", "EUR"), ("GEO", "KAZ"), ("Lake Fund", "EUR")):
        brief = reader.brief(pair)
        assert list(brief.timeline) == reader.timeline(pair).rows()
        assert list(brief.statements) == reader.statements(pair).rows()
        assert list(brief.figures) == reader.figures(pair).rows()
        assert list(brief.coming) == reader.upcoming(pair).rows()


def test_days_bound_the_brief(reader: Reader) -> None:
    early = reader.brief(("KAZ", "EUR"), to="2025-03-31")
    assert [row["type"] for row in early.timeline] == ["CONSULT"]
    assert [row["text"] for row in early.figures] == ["$48bn", "€46bn"]  # of 2024, but reported in March
    late = reader.brief(("KAZ", "EUR"), from_="2025-04-01")
    assert [row["type"] for row in late.timeline] == ["SANCTION"]
    assert late.figures == late.statements == ()


def test_an_actor_that_is_no_country(reader: Reader) -> None:
    brief = reader.brief(("Lake Fund", "EUR"))
    assert [row["type"] for row in brief.timeline] == ["SANCTION"]
    assert brief.months == ()


def test_a_happening_is_counted_beyond_the_reports_that_name_both(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "merged.duckdb"
    shutil.copy(path, copy)
    with Store(copy) as store:
        [accused] = store.query("SELECT id, document FROM events WHERE type = 'ACCUSE'")
        [punished] = store.query("SELECT id, document FROM events WHERE type = 'SANCTION'")
        for row in (accused, punished):
            merged = "INSERT INTO merged BY NAME SELECT 'event' AS kind, ? AS fact, ? AS document, ? AS head"
            store.connection.execute(merged, [row["id"], row["document"], punished["id"]])
    with Reader(copy) as reader:
        [row] = [row for row in reader.brief(("Lake Fund", "EUR")).timeline if row["type"] == "SANCTION"]
        assert row["documents"] == 2  # the report of the accusation names no Lake Fund


def test_figures_over_several_periods_are_a_series(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "series.duckdb"
    shutil.copy(path, copy)
    with Store(copy) as store:
        store.connection.execute(
            "UPDATE figures SET unit = 'USD', period_value = '2023', period_first_day = DATE '2023-01-01' "
            "WHERE unit = 'EUR'"
        )
    with Reader(copy) as reader:
        [series] = reader.brief(("KAZ", "EUR")).series
    assert (series.name, series.unit) == ("trade", "USD")
    assert [(point.period, point.low, point.high) for point in series.points] == [
        ("2023", pytest.approx(46e9), pytest.approx(46e9)),
        ("2024", pytest.approx(48e9), pytest.approx(48e9)),
    ]
