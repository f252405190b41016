"""Typing an event whose parties are known, and what may go wrong in asking."""

from __future__ import annotations

import pytest

import memcon


@pytest.mark.parametrize(
    ("sentence", "source", "target", "kind"),
    [
        ("Norway has recalled its ambassador from Peru.", "Norway", "Peru", "SANCTION"),
        ("The Kenyan army shelled rebel positions.", "The Kenyan army", "rebel positions", "ASSAULT"),
        ("Japan's prime minister telephoned the king of Morocco.", "Japan's prime minister", "the king of Morocco",
         "CONSULT"),
        ("Chile promised Bolivia a loan.", "Chile", "Bolivia", "AGREE"),
        ("Students marched against the government.", "Students", "the government", "PROTEST"),
    ],
)  # fmt: skip
def test_types(sentence: str, source: str, target: str, kind: str) -> None:
    s, t = sentence.index(source), sentence.index(target)
    answer = memcon.classify_event(sentence, source=(s, s + len(source)), target=(t, t + len(target)))
    assert answer["type"] == kind
    assert answer["quad"] in (1, 2, 3, 4)
    assert 0 < answer["score"] <= 1
    assert all(0 <= p <= 1 for p in answer["modes"].values())


def test_offsets_outside_the_sentence_are_told() -> None:
    with pytest.raises(memcon.Error, match="target 0-99"):
        memcon.classify_event("Norway left.", source=(0, 6), target=(0, 99))


def test_a_long_sentence_is_cut_around_its_parties() -> None:
    sentence = "After a long day, " * 80 + "Norway condemned Peru" + " and so on" * 80 + "."
    at = sentence.index("Norway")
    answer = memcon.classify_event(sentence, source=(at, at + 6), target=(at + 17, at + 21))
    assert answer["type"] == "ACCUSE"
