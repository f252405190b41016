"""Headlines that end in who says so."""

from __future__ import annotations

import pytest

from memcon import statements

TOLD = [
    ("Ferry talks will not restart before spring: Albanian transport minister", "Albanian transport minister"),
    ("Two lighthouses were shelled overnight: state media", "state media"),
    ("Harbour pilots have left the strike: port police", "port police"),
]
NOT_TOLD = [
    "The lighthouse in winter: Albania",
    "The ferry sails at noon: be there early",
    "The minister brought three things home: maps, charts and a police report.",
    "For more on the pier, please see the map: https://pier.example/map/",
    "Ferry Line Sinks Into Debt: Annual Review",
]


@pytest.mark.parametrize(("text", "source"), TOLD)
def test_the_end_of_a_headline_says_it(text, source):
    (found,) = statements.find(text)
    assert found.source is not None
    assert found.source.text == source
    assert [c.text for c in found.content] == [text.split(":")[0]]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_ends_say_nothing(text):
    assert all(s.cue is None or s.cue.text != ":" for s in statements.find(text))
