"""Neutral prose yields next to no events: at most 5 % of 300 sentences get one."""

from __future__ import annotations

from pathlib import Path

import memcon

SENTENCES = (Path(__file__).parent / "neutral.txt").read_text("utf-8").splitlines()


def test_false_events() -> None:
    assert len(SENTENCES) == 300
    wrong = [sentence for sentence in SENTENCES if memcon.read(sentence).events]
    assert len(wrong) <= 15, wrong
