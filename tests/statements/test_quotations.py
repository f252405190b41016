"""The 120 quotations of `quotations.txt`: what is said directly, to the character, and by whom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import memcon

_MARK = re.compile("⟦(.*?)⟧")


def rows():
    for line in (Path(__file__).parent / "quotations.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            speaker, _, text = line.partition(" | ")
            yield speaker, text.replace("¶", "\n\n")


def judge(speaker, marked):
    """Whether the content and the speaker of the row's quotation are right, and what was found."""
    record = memcon.read(_MARK.sub(r"\1", marked))
    names = {a.id: a.name for a in record.actors}
    if speaker == "-":
        said = [s for s in record.statements if s.kind == "direct"]
        return not said, True, said
    wanted = _MARK.findall(marked)
    for s in record.statements:
        if [span.text for span in s.content] == wanted:
            if speaker.startswith("~"):
                return True, s.source is not None and s.source.text == speaker[1:], s
            return True, any(speaker in names[i] for i in s.speakers), s
    return False, False, record.statements


@pytest.fixture(scope="module")
def judged():
    return [(speaker, text, *judge(speaker, text)) for speaker, text in rows()]


def test_there_are_120(judged):
    assert len(judged) == 120


def test_content_is_exact(judged):
    wrong = [(text, found) for _, text, content, _, found in judged if not content]
    assert len(wrong) <= 0.05 * len(judged), wrong


def test_speaker_is_right(judged):
    wrong = [(speaker, text, found) for speaker, text, _, right, found in judged if not right]
    assert len(wrong) <= 0.08 * len(judged), wrong
