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
    read = 0
    for sentence in sentences():
        read += 1
        tally.verdicts += judge(sentence)
    wrong = "\n".join(f"{v.sentence.text} {v.row.text}: {v.found} {v.wrong}" for v in tally.verdicts if v.wrong)
    assert read >= 300
    assert tally.share("country") >= 97, wrong
    assert tally.share("identity") >= 95, wrong
    assert tally.share("group") >= 85, wrong
    assert tally.share("kind") >= 97, wrong
    assert tally.share("sector") >= 95, wrong
    assert tally.wrong_known <= 2, wrong
