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


@pytest.mark.parametrize(
    ("sentence", "source", "target", "told"),
    [
        ("", (0, 0), (0, 0), "empty"),
        (" \n", (0, 1), (1, 2), "empty"),
        ("Norway left.", (-1, 4), (0, 6), "source -1-4"),
        ("Norway left.", (6, 3), (0, 6), "source 6-3"),
        ("Norway left.", (0, 6), (0, 1.5), "whole numbers"),
    ],
)
def test_odd_offsets_are_told(sentence: str, source: tuple[int, int], target: tuple[int, int], told: str) -> None:
    with pytest.raises(memcon.Error, match=told):
        memcon.classify_event(sentence, source=source, target=target)


@pytest.mark.parametrize(
    ("source", "target"),
    [((0, 6), (0, 6)), ((0, 23), (7, 16)), ((17, 21), (0, 6)), ((3, 3), (23, 23)), ((6, 7), (16, 17))],
)
def test_any_offsets_inside_get_an_answer(source: tuple[int, int], target: tuple[int, int]) -> None:
    answer = memcon.classify_event("Norway condemned Peru. ", source=source, target=target)
    assert 0 < answer["score"] <= 1


def test_a_long_sentence_is_cut_around_its_parties() -> None:
    sentence = "After a long day, " * 80 + "Norway condemned Peru" + " and so on" * 80 + "."
    at = sentence.index("Norway")
    answer = memcon.classify_event(sentence, source=(at, at + 6), target=(at + 17, at + 21))
    assert answer["type"] == "ACCUSE"
