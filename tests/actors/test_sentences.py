"""The annotated sentences of `sentences/`: each row is read as expected often enough, theme by theme.

The shares asked for are those of the whole table; `benchmarks/actors.py` prints them with every row that is wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from actor_table import Tally, judge, sentences


def test_annotated_sentences() -> None:
    tally = Tally()
    for sentence in sentences():
        tally.verdicts += judge(sentence)
    assert len(tally.verdicts) > 500
    assert tally.share("country") >= 60
    assert tally.share("identity") >= 50
    assert tally.share("group") >= 60
    assert tally.wrong_known <= 3
