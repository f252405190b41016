"""`memcon check`: what is printed, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.cli import main

GOOD = "Berlin will lend Kyiv €2bn ($2.1bn). Exports rose 18% to $48.7bn."
BAD = GOOD + " Arrivals grew by 40% to 14,000 from 12,000."


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1), ("Nothing is counted here.", 0)])
def test_exit_code(tmp_path: Path, text: str, code: int) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(text, "utf-8")
    assert main(["check", str(file), "--date", "2025-02-20"]) == code


def test_the_disagreeing_come_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(BAD, "utf-8")
    main(["check", str(file), "--date", "2025-02-20"])
    shown = capsys.readouterr().out
    assert 0 < shown.index("✗ disagrees") < shown.index("⇒ implies") < shown.index("✓ agrees")
    main(["check", str(file), "--date", "2025-02-20", "--json"])
    data = json.loads(capsys.readouterr().out)
    assert [check["verdict"] for check in data["checks"]] == ["disagrees", "implies", "agrees"]
    assert len(data["figures"]) == 7


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "absent.txt")]) == 2
    assert "absent.txt" in capsys.readouterr().err
