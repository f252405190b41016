"""What belongs to no source: the day, the medium, nobody, a duty."""

from __future__ import annotations

import pytest

import memcon
from memcon import statements

OCCASIONS = [
    ("A spokesperson for the port on Sunday said the ferry was late.", "A spokesperson for the port"),
    ("The harbour office in a statement said that the pier was safe.", "The harbour office"),
    ("A clerk of the Albanian ministry on Tuesday denied that the pier had sunk.", "A clerk of the Albanian ministry"),
    ("The minister for the islands said the ferry would sail.", "The minister for the islands"),
]
NOBODY = [
    "Nobody thinks that the ferry will sail again.",
    "You might think that the pier had been rebuilt.",
    "One may assume that the harbour is closed.",
    "Albania needs to decide which ferry it wants.",
    "The port must understand that the pier is old.",
]
HEARERS = [
    ("The Norwegian foreign minister thanked Latvia for the ferry.", ["Latvia"]),
    ("Norway also called on Latvia to reopen the pier.", ["Latvia"]),
]
SPANS = [
    (
        "The council condemned the raids, including those described in a recent letter by the pilots.",
        "the raids, including those described in a recent letter by the pilots",
    ),
    ("The mayor also called on Albania to reopen the pier.", "Albania to reopen the pier"),
]


@pytest.mark.parametrize(("text", "source"), OCCASIONS)
def test_a_source_ends_before_the_occasion(text, source):
    (found,) = statements.find(text)
    assert found.source is not None
    assert found.source.text == source


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_and_duties_say_nothing(text):
    assert not statements.find(text)


@pytest.mark.parametrize(("text", "content"), SPANS)
def test_content_is_complete(text, content):
    (found,) = statements.find(text)
    assert [c.text for c in found.content] == [content]


@pytest.mark.parametrize(("text", "hearers"), HEARERS)
def test_whom_thanks_and_calls_address(text, hearers):
    record = memcon.read(text)
    names = {a.id: a.name for a in record.actors}
    (found,) = record.statements
    assert [names[i] for i in found.addressees] == hearers
