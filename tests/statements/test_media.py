"""Where something was said or written."""

from __future__ import annotations

import pytest

from memcon import statements

ROWS = [
    ("“We are ready,” Governor Oleh Danko wrote on his Telegram channel.", "Telegram"),
    ("In a post on Facebook, the mayor of Riga said buses would run.", "Facebook"),
    ("The embassy said in a statement on Weibo that it was closed.", "Weibo"),
    ("President Toth wrote on Truth Social that the deal was dead.", "Truth Social"),
    ("Foreign Minister Anna Halm told her Latvian counterpart by telephone that the truce held.", "call"),
    ("In an open letter, 40 lawmakers urged the chancellor to act.", "letter"),
    ("The two sides issued a joint communiqué saying the border would open.", "communiqué"),
    ("According to a joint statement, the leaders agreed to meet again.", "joint statement"),
    ("At a press conference in Riga, Oduya said: “We will not yield.”", "press conference"),
    ("Sarkis, in an interview with a Riga daily, said his country would not yield.", "interview"),
    ("The readout said the two presidents discussed grain exports.", "readout"),
    ("The minister said the border was open.", None),
]


@pytest.mark.parametrize(("text", "medium"), ROWS)
def test_medium(text, medium):
    assert [s.medium for s in statements.find(text)] == [medium]
