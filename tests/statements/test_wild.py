"""Long and hostile input: time stays in bounds, and nothing of a long sentence is lost."""

from __future__ import annotations

import time

import pytest

from memcon import statements
from memcon.language import Paragraph
from memcon.statements import quotations

LONG = 100_000
BOUND = 3.0
"""Seconds of the processor; half a second is usual."""


@pytest.mark.parametrize("part", ['"', "“", "”", "‘", "'", "``", '("a', "a” ", "s' ", " “‘'", '"a "b" c', "[(", '" '])
def test_marks_without_end_take_no_longer_than_text(part):
    text = (part * LONG)[:LONG]
    began = time.process_time()
    found = quotations.find(text, [Paragraph(0, len(text), 0, 1)])
    assert time.process_time() - began < BOUND
    assert all(0 <= s < e <= len(text) for q in found for s, e in q.parts)


def test_marks_over_many_paragraphs():
    paragraphs = [Paragraph(n, n + 3, 0, 1) for n in range(0, LONG, 5)]
    began = time.process_time()
    quotations.find("“ab\n\n" * (LONG // 5), paragraphs)
    assert time.process_time() - began < BOUND


def test_the_end_of_a_long_sentence_is_read():
    ports = ", ".join(f"the harbour of quay {n}" for n in range(40))
    text = (
        f"After the storm had closed {ports}, the harbour master Jonas Lind said that no ferry would sail before noon."
    )
    (found,) = statements.find(text)[-1:]
    assert (found.source.text, found.cue.text) == ("the harbour master Jonas Lind", "said")
    assert found.content[0].text == "that no ferry would sail before noon"
    assert found.decided_by == "both"


def test_opening_marks_repeated_within_a_paragraph_go_on_with_the_quotation():
    text = "The mayor said: “The bridge is safe. “It will stay open in winter. “Nobody has to move.” The river rose."
    (found,) = statements.find(text)
    assert found.flags == ()
    assert found.content[0].start == text.index("“")
    assert found.content[-1].end == text.index("”") + 1


def test_a_mark_that_is_missing_is_flagged():
    (found,) = statements.find("The mayor said: “The bridge is safe and will stay open in winter.")
    assert found.flags == ("unclosed quotation",)


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("The envoy said on X that the line was open.", "X"),
        ("The envoy, who took to X at noon, said the line was open.", "X"),
        ("The envoy said on Thursday, of a move from point A to X, that the line was open.", None),
        ("The envoy said of a road on X, Y and Z that the line was open.", None),
        ("The envoy, whose road ends on X, Y and Z, said the line was open.", None),
    ],
)
def test_the_letter_x_is_no_network(words, medium):
    assert [s.medium for s in statements.find(words)] == [medium]
