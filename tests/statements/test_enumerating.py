"""Communiqués and resolutions, whose paragraphs go on with what the one before names."""

from __future__ import annotations

import memcon
from memcon import statements

COMMUNIQUE = """The envoys for the strait met in Riga.

The Special Envoys of Latvia and Norway:

Reaffirmed their commitment to the crew; stressed the importance of free passage; and called for an end of the raids.

Condemned the raid on the harbour.

The ferry sails in June."""

RESOLUTION = """The Security Council,

Recalling its resolution on the strait,

1. Condemns the raid on the harbour;

2. Calls upon Belarus to free the crew;

3. Decides that the mission will stay."""


def test_each_paragraph_of_a_communique_is_said_by_whom_it_names():
    found = statements.find(COMMUNIQUE)
    assert [(s.source.text, s.cue.text) for s in found] == [
        ("The Special Envoys of Latvia and Norway", cue)
        for cue in ("Reaffirmed", "stressed", "called for", "Condemned")
    ]


def test_each_paragraph_of_a_resolution_is_said_by_the_body():
    record = memcon.read(RESOLUTION)
    names = {a.id: a.name for a in record.actors}
    assert [(s.cue.text, [names[i] for i in s.speakers]) for s in record.statements] == [
        (cue, ["United Nations Security Council"]) for cue in ("Recalling", "Condemns", "Calls upon", "Decides")
    ]


def test_other_paragraphs_keep_their_sources():
    found = statements.find("The envoys:\n\nThe ferry is late. Condemned to wait, the crew slept.\n\nIt was denied.")
    assert not any(s.source and s.source.text == "The envoys" for s in found)
