"""Whole reports: every slip is told, and nothing that holds is said to disagree."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import memcon

REPORTS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("reports.toml").read_text("utf-8"))["report"]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["text"].strip()[:40])
def test_slips_and_nothing_else_disagree(report: dict[str, Any]) -> None:
    record = memcon.read(report["text"].strip(), report["published"])
    words = {figure.id: figure.span.text for figure in record.figures}
    told = [check for check in record.checks if check.verdict == "disagrees"]
    for kind, figure in report["slips"]:
        found = [c for c in told if c.kind == kind and (figure in c.detail or figure in {words[i] for i in c.figures})]
        assert found, (kind, figure, [(c.kind, c.verdict, c.detail) for c in record.checks])
        told = [check for check in told if check not in found]
    assert [(check.kind, check.detail) for check in told] == []


def test_there_are_enough() -> None:
    assert len(REPORTS) >= 30
    assert sum(bool(report["slips"]) for report in REPORTS) >= 12
