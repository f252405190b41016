"""Two hundred texts with figures that hold, or with an error planted, and the check that must tell."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from memcon import checks, figures, times
from memcon.facts import Check
from memcon.language import analyse


class Case(NamedTuple):
    """A row of `cases.tsv`."""

    published: str
    kind: str
    verdict: str
    planted: str
    text: str


def cases() -> list[Case]:
    lines = Path(__file__).with_name("cases.tsv").read_text("utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines if not line.startswith("#")]


CASES = cases()
PLANTED = [case for case in CASES if case.planted]
CLEAN = [case for case in CASES if not case.planted]


def checked(case: Case) -> tuple[Check, ...]:
    analysed = analyse(case.text)
    published = case.published or None
    found = figures.find(case.text, published, analysed, times.find(case.text, published, analysed))
    return checks.run(found, case.text, published)


def test_there_are_enough() -> None:
    assert len(CASES) >= 200
    assert len(PLANTED) >= 60


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: case.text[:50])
def test_what_holds_is_not_said_to_disagree(case: Case) -> None:
    found = checked(case)
    assert [check.detail for check in found if check.verdict == "disagrees"] == []
    if case.verdict not in ("any", "none"):
        assert (case.kind, case.verdict) in {(check.kind, check.verdict) for check in found}


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: f"{case.planted}: {case.text[:40]}")
def test_planted_errors_are_found(case: Case) -> None:
    assert case.kind in {check.kind for check in checked(case) if check.verdict == "disagrees"}
