"""Pages of letters: who signs beneath a letter speaks in it, and in no other."""

from __future__ import annotations

import time

import pytest

import memcon
from memcon import statements

PAGES = [
    (  # each signature in lines of its own
        "Letters\n\nThe ferry must stay. I have sailed on it for thirty years.\n\nJonas Lind\n\nTallinn\n\n"
        "I find the fare too high, and so does the harbour board.\n\nMary Orr\n\nLeith",
        ["Jonas Lind", "Mary Orr"],
    ),
    (  # run together, with bullets between
        "I have sailed on the ferry for thirty years. It is safe. Jonas Lind Tallinn • The fare is too high, as I "
        "wrote to you in May. Dr Mary Orr Chair, Friends of the Quay • Read more letters – click here",
        ["Jonas Lind", "Mary Orr"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_a_signature_speaks_for_the_letter_above_it(text, expected):
    record = memcon.read(text)
    names = {a.id: a.name for a in record.actors}
    letters = [s for s in record.statements if s.medium == "letter" and s.within is None]
    assert [any(names[i].startswith(who) for i in s.speakers) for s, who in zip(letters, expected, strict=True)] == [
        True,
        True,
    ]
    said_by = {m.start: a.name for a in record.actors for m in a.mentions if m.text == "I"}
    assert [name.startswith(who) for (_, name), who in zip(sorted(said_by.items()), expected, strict=True)] == [
        True,
        True,
    ]


SIGNED = [
    ("Mary Holmes Twickenham", "Mary Holmes"),
    ("Sarah Ann Bright Shepperton", "Sarah Ann Bright"),
    ("Rosa Lind Co-secretary, Friends of the Quay", "Rosa Lind"),
    ("Prof Willem van Dijk Director, Institute of Rivers, Delft", "Willem van Dijk"),
    ("Peter Lane", "Peter Lane"),
]


@pytest.mark.parametrize(("signature", "name"), SIGNED)
def test_a_name_ends_before_town_and_office(signature, name):
    record = memcon.read(f"Letters: the quay\n\nThe quay is old. It must be mended soon.\n{signature}")
    names = {a.id: a.name for a in record.actors}
    (letter,) = [s for s in record.statements if "letter" in s.flags]
    assert [names[i] for i in letter.speakers] == [name]


NO_PAGES = [
    "Norway Signs Fish Accord\n\nJonas Lind in Oslo\n\nThe accord opens the strait. I watched it being signed.",
    "The harbour was calm.\n\n• Viktor Sarkis is a columnist. He writes of ferries.",
    "The ferry sails. Jordan Valley Opens\n\nThe bridge was closed.",
]


@pytest.mark.parametrize("text", NO_PAGES)
def test_other_texts_are_no_letters(text):
    assert [s for s in statements.find(text) if "letter" in s.flags] == []


def test_hostile_pages_end_quickly():
    began = time.process_time()
    statements.find("A letter. " + "Jonas Lind • " * 4000)
    assert time.process_time() - began < 10
