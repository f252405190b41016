"""Offsets hold for any text: what the rooms give stands where they say, whatever characters surround it."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import memcon
from memcon.language import analyse, splitting

# What drifts offsets: characters of several code units or code points, marks without width, line ends, odd spaces.
PIECES = st.sampled_from(
    [
        *("e\u0301", "ñ", "\u0301", "😀", "👩\u200d🚀", "🇰🇿", "\u200f", "\u202e", "\u200b", "\ufeff", "\u00ad"),
        *(
            "\u00a0",
            "\u202f",
            "\u3000",
            "\r\n",
            "\r",
            "\n",
            "\n\n",
            "\u2028",
            "\t",
            "  ",
            "\x0b",
            "ﬁ",
            "ẞ",
            "İ",
            "אב",
            "中文",
        ),
        *(
            "…",
            ".",
            "?!",
            "“",
            "”",
            "’",
            '"',
            "«",
            "»",
            "(",
            ")",
            "—",
            "$5bn",
            "€4.7bn (",
            "18%",
            " said ",
            "Mr. ",
            "U.S. ",
        ),
        *(
            "President Flavia Elphberg ",
            "France ",
            "met ",
            "attacked ",
            "she ",
            "the two countries ",
            " in April. ",
            "He ",
        ),
        *(" in April. ", "He ", " on 4 March 2025", "condemned the sanctions ", "treaty with Germany "),
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.characters(exclude_categories=["Cs"])), max_size=60).map("".join)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_paragraphs_and_sentences_hold_all_that_is_not_space(text: str) -> None:
    last = 0
    kept = []
    for start, end in splitting.paragraphs(text):
        assert last <= start < end <= len(text)
        assert text[last:start].strip() == "", "nothing but white space lies between paragraphs"
        at = start
        for first, past in splitting.sentences(text, start, end):
            assert at <= first < past <= end
            assert text[at:first].strip() == ""
            at = past
            kept.append(text[first:past])
        assert at == end
        last = end
    assert text[last:].strip() == ""
    assert "".join("".join(kept).split()) == "".join(text.split())


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tokens_stand_where_they_say(text: str) -> None:
    analysed = analyse(text)
    assert analysed.text == text
    assert len(analysed.doc.text) == len(text)
    for token in analysed.doc:
        assert analysed.doc.text[token.idx : token.idx + len(token)] == token.text
    for sentence in analysed.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert token.is_space or sentence.start <= token.idx < sentence.end
    plain = [c for c in text if not c.isspace() and c not in "\u200b\ufeff"]
    shown = [c for c in analysed.doc.text if not c.isspace()]
    assert len(plain) == len(shown), "one character for one"


@given(TEXTS.filter(str.strip), st.sampled_from([None, "2025-03-05"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_record_is_whole(text: str, published: str | None) -> None:
    record = memcon.read(memcon.Document(text, language="en"), published=published)
    assert record.document.text == text
    record.validate()
    assert memcon.Record.from_dict(record.to_dict()) == record


REPORT = (
    "President Flavia Elphberg of France telephoned Germany’s chancellor on 4 March 2025. “We agreed to meet in Rome "
    "in April,” she said. Trade hit $48.7bn (€47.3bn) last year, up 18%. She condemned the attack on 12 people."
)


@given(
    st.lists(st.sampled_from(["😀", "e\u0301", "\u200f", "\r\n", "\u00a0", "𝔘", "\u200b", "🇰🇿"]), max_size=8).map(
        "".join
    )
)
@settings(max_examples=25, deadline=None)
def test_what_stands_before_a_report_moves_its_facts_and_no_more(before: str) -> None:
    before += "\n\n"
    plain = memcon.read(memcon.Document(REPORT, language="en"), published="2025-03-05")
    moved = memcon.read(memcon.Document(before + REPORT, language="en"), published="2025-03-05")
    moved.validate()
    assert spans(moved, since=len(before)) == spans(plain, shift=len(before))


def spans(fact: Any, shift: int = 0, since: int = 0) -> list[tuple[str, int, int, str]]:
    """Every span below `fact` that begins at `since` or later, `shift` characters further on, with its class."""
    found = []
    if isinstance(fact, (tuple, list)):
        for item in fact:
            found += spans(item, shift, since)
    elif dataclasses.is_dataclass(fact) and not isinstance(fact, (type, memcon.Document)):
        if hasattr(fact, "start") and fact.start >= since:
            found.append((type(fact).__name__, fact.start + shift, fact.end + shift, fact.text))
        for f in dataclasses.fields(fact):
            found += spans(getattr(fact, f.name), shift, since)
    return found
