"""Sentences as agencies write them: how many types are right, and how often an event is seen where none is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon

LINES = (Path(__file__).parent / "wire.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]


def _types(text: str) -> set[str]:
    return {event.type for event in memcon.read(text).events}


def test_types() -> None:
    right = found = wanted = 0
    wrong = []
    for kind, text in ROWS:
        if kind == "-":
            continue
        types = _types(text)
        wanted += 1
        right += kind in types
        found += len(types)
        if types != {kind}:
            wrong.append(f"{kind} | {text} | {sorted(types)}")
    assert wanted == 368
    assert 200 * right / (found + wanted) >= 92, "\n".join(wrong)


def test_no_event() -> None:
    rows = [text for kind, text in ROWS if kind == "-"]
    wrong = [text for text in rows if _types(text)]
    assert len(rows) == 53
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Fiji said that Tonga's navy had rammed one of its trawlers.", "ACCUSE"),
        ("Officials in Fiji said a trawler was rammed by Tonga's navy.", "ASSAULT"),
        ("Amnesty International said that Mali's army had tortured eleven villagers.", "ACCUSE"),
        ("Chad denounced the shelling of a market by Boko Haram.", "ACCUSE"),
        ("Peru will not agree to extradite the banker to Chile.", "REJECT"),
        ("Peru agreed to expel the rebels of Chile.", "AGREE"),
        ("Norway and Sweden combed the wreck together.", "COOPERATE"),
        ("The envoy told reporters how Peru's soldiers would attack villages in Chile.", "ASSAULT"),
        ("Peru signed a decree granting asylum to Chilean miners.", "AID"),
        ("The president of Peru said he wanted to thank Chile.", "SUPPORT"),
        ("Ghana warned its citizens against travel to Togo.", "SANCTION"),
    ],
)
def test_turns(text: str, type_: str) -> None:
    assert _types(text) == {type_}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Fiji insisted that Tonga not attack the trawlers.", "REQUEST"),
        ("Fiji urged Tonga not to attack the trawlers.", "REQUEST"),
        ("Fiji promised not to attack the trawlers of Tonga.", "AGREE"),
        ("Fiji vowed not to negotiate with Tonga.", "REJECT"),
    ],
)
def test_what_is_asked_not_to_be_done(text: str, type_: str) -> None:
    assert [(event.type, event.status) for event in memcon.read(text).events] == [(type_, "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji is yet to offer asylum to the sailors of Tonga.",
        "Norway has fought inflation with higher rates than Sweden.",
        "Brazil struck a note of caution about Chile.",
        "The US-backed forces of Syria are short of bread.",
        "Chad's ministers asked themselves what Niger had meant.",
    ],
)
def test_no_act(text: str) -> None:
    assert _types(text) == set()


def test_who_condemns_an_attack_does_not_accuse_whom_it_hit() -> None:
    record = memcon.read("Egypt condemned the attack on a market in Kenya.")
    assert [(event.type, event.target) for event in record.events] == [("ACCUSE", ())]
