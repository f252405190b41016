"""Why an event was coded so: what decided, what lost, and the words of a user's own ontology."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon
from memcon.cli import main
from memcon.events import explaining

OWN = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_patterns_that_lost_are_told() -> None:
    record = memcon.read("The Chilean army fired a rocket at Peru on Monday.")
    told = explaining.explain(record, record.events[0]).splitlines()
    decided = next(line for line in told if "decided by" in line)
    lost = [line for line in told if line.startswith("  lost")]
    assert record.events[0].type == "ASSAULT"
    assert lost
    assert all(line.split(" | ")[1] not in decided for line in lost)


def test_own_ontology_in_the_worked_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, report = tmp_path / "own.toml", tmp_path / "report.txt"
    own.write_text(OWN.read_text("utf-8").split("```toml\n", 1)[1].split("```", 1)[0], "utf-8")
    report.write_text("Peru's president visited Chile. Chile criticised Peru. Chile arrested two smugglers.", "utf-8")
    assert main(["explain", str(report), "--ontology", str(own)]) in (0, None)
    told = capsys.readouterr().out
    assert "e1  TALK  visit  actual" in told
    assert "meaning     Parties speak with one another." in told
    assert "QUARREL" in told
    assert "e3" not in told


def test_day_place_and_topics_are_told() -> None:
    text = "Norway's minister met Peru's president in Lima on Monday to discuss cod quotas. Peru criticised Chile."
    record = memcon.read(text, published="2024-05-15")
    told = [explaining.explain(record, event) for event in record.events]
    assert '  day         2024-05-13, 50-56 "Monday", of its own clause' in told[0]
    assert "  Lima (PER)  42-46" in told[0]
    assert "  topic       68-78  cod quotas" in told[0]
    assert "  day         2024-05-15, the day of publication" in told[1]
