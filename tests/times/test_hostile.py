"""Whatever the text, times have exact offsets, valid days, and do not take long."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memcon import times
from memcon.times.lexing import lexicon

WORDS = sorted(
    {*lexicon().words, "2024", "12", "3:45", "’98", "1990s", "-", "–", ",", "/", "(", ")", "’s", "31.12.99", "$", "%"}
)


def check(text: str, published: str | None) -> None:
    found = times.find(text, published)
    for t in found:
        assert text[t.start : t.end] == t.text != ""
        assert t.value
        if t.from_ is not None and t.to is not None:
            assert date.fromisoformat(t.from_) <= date.fromisoformat(t.to)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.one_of(st.none(), st.dates().map(date.isoformat)))
def test_arbitrary_text(text: str, published: str | None) -> None:
    check(text, published)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join),
    st.one_of(st.none(), st.dates().map(date.isoformat)),
)
@example("99999999 years ago and 0 decades later", "2024-02-29")
@example("29 February and 31 June and February 29, 2023", "2025-03-01")
@example("half a second ago in the second second", "0001-01-01")
@example("next century, Ramadan 9999, Easter 1200", "9999-12-31")
def test_words_of_times_in_any_order(text: str, published: str | None) -> None:
    check(text, published)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,000",
        "1-",
        "one ",
        "twenty-",
        "the ",
        "last ",
        "May ",
        "1/",
        "12:",
        "a.m. ",
        "’",
        "\n",
        "compared with 19",
        "$",
        "the first quarter of the year of ",
        "Monday, ",
        "and a half ",
        "up 3% on ",
        "Eid ",
        "\u00a0",
        "GENEVA, ",
    ],
)
def test_long_repetition_is_read_in_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    began = time.process_time()
    times.find(text, None)
    assert time.process_time() - began < 5
