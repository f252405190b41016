"""Named agreements: sentences and the names, kinds and mentions expected of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon
from memcon.facts import Agreement, Record

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "named.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway ratified the Fjord Protection Treaty.", [("Fjord Protection Treaty", "treaty")]),
        ("They met under the Peru Strategy for Clean Rivers and the Enhanced Fishing and Trade Agreement.",
         [("Peru Strategy for Clean Rivers", "strategy"), ("Enhanced Fishing and Trade Agreement", "agreement")]),
        ("The Convention on the Safety of Bridges entered into force.",
         [("Convention on the Safety of Bridges", "treaty")]),
        ("The Nordic-Andean Summit opened in Lima.", [("Nordic-Andean Summit", "summit")]),
        ("Both sides broke the Oslo accords.", [("Oslo accords", "agreement")]),
        ("Kenya joined the Green Harbour Initiative.", [("Green Harbour Initiative", "programme")]),
        ("The Norway sanctions regime was extended.", [("Norway sanctions regime", "sanctions regime")]),
        ("We sat in the Conference Room on Treaty Day.", []),
        ("They reached an agreement on fish.", []),
    ],
)  # fmt: skip
def test_names(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.name, a.kind) for a in memcon.read(sentence).agreements] == expected


def test_short_names_are_mentions() -> None:
    text = "Norway signed the Joint Fishing and Trade Agreement (JFTA). Peru welcomed the JFTA on Monday."
    agreement = memcon.read(text).agreements[0]
    assert [m.text for m in agreement.mentions] == ["Joint Fishing and Trade Agreement", "JFTA", "JFTA"]


def _found(record: Record, name: str) -> Agreement | None:
    return next((a for a in record.agreements if a.name == name), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_name_and_kind(row: list[str]) -> None:
    record = memcon.read(row[0], published="2024-05-14")
    expected = [] if row[1] == "none" else [(row[2], row[1])]
    assert [(a.name, a.kind) for a in record.agreements] == expected


def test_parties_time_and_place() -> None:
    """Nine in ten of each: a state told only behind a hyphen and the year of a coming day are not always known."""
    right = {"parties": 0, "when": 0, "where": 0}
    named = [row for row in ROWS if row[1] != "none"]
    for text, _, name, parties, when, where in named:
        record = memcon.read(text, published="2024-05-14")
        agreement = _found(record, name)
        assert agreement is not None
        countries = {a.country for a in record.actors if a.id in agreement.parties}
        right["parties"] += countries == (set(parties.split()) - {"-"})
        right["when"] += (agreement.when.value if agreement.when else "-") == when
        right["where"] += {p.id: p.text for p in record.places}.get(agreement.where or "", "-") == where
    assert min(right.values()) >= 0.9 * len(named), right


def test_who_signs_signs_for_a_state() -> None:
    record = memcon.read("Norway's minister signed the Cod Treaty with Peru.")
    names = {a.id: a.name for a in record.actors}
    assert {names[a] for a in record.agreements[0].parties} == {"Norway", "Peru"}


@pytest.mark.parametrize(
    "text",
    [
        "Health programs need money.",
        "She was a guest of Radio Lima's Morning Hour programme.",
        "The strategy to win, the plan to lose.",
    ],
)
def test_what_has_no_name_is_no_agreement(text: str) -> None:
    assert not memcon.read(text).agreements


def test_a_name_goes_on_through_its_aims() -> None:
    text = "The Andean Strategy to Foresee, Halt, and Repair Floods is new."
    assert memcon.read(text).agreements[0].name == "Andean Strategy to Foresee, Halt, and Repair Floods"
