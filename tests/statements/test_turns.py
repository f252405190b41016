"""Transcripts: each turn is a direct statement of its label, and what is reported in it hangs on it."""

from __future__ import annotations

import memcon
from memcon import statements

TRANSCRIPT = """Transport Minister Anna Halm met the press in Tirana.

MODERATOR: Good morning. One question each.

QUESTION: Minister, will the ferry sail?

MINISTER HALM: It will sail in June. I believe the fares will fall.

Riga has told us that the pier is ready.

(Laughter.)

QUESTION: Thank you."""


def test_turns_run_to_the_next_label():
    turns = [s for s in statements.find(TRANSCRIPT) if "transcript" in s.flags]
    assert [(s.kind, s.source.text, [c.text for c in s.content]) for s in turns] == [
        ("direct", "MODERATOR", ["Good morning. One question each."]),
        ("direct", "QUESTION", ["Minister, will the ferry sail?"]),
        (
            "direct",
            "MINISTER HALM",
            ["It will sail in June. I believe the fares will fall.", "Riga has told us that the pier is ready."],
        ),
        ("direct", "QUESTION", ["Thank you."]),
    ]


def test_what_a_speaker_reports_is_within_the_turn():
    record = memcon.read(TRANSCRIPT)
    names = {a.id: a.name for a in record.actors}
    turn = next(s for s in record.statements if s.source and s.source.text == "MINISTER HALM")
    assert [names[i] for i in turn.speakers] == ["Anna Halm"]
    inner = {s.source.text: s for s in record.statements if s.within == turn.id and s.source}
    assert inner["I"].speakers == turn.speakers
    assert [names[i] for i in inner["Riga"].speakers] == ["Latvia"]


def test_labels_that_come_once_are_no_transcript():
    advisory = "WHAT: A walk to the pier.\n\nWHEN: Noon on Friday.\n\nWHERE: Tirana."
    assert [s for s in statements.find(advisory) if "transcript" in s.flags] == []


def test_hostile_labels_end_quickly():
    assert statements.find("A" * 5000 + "\n\n" + "A: " * 2000) is not None
