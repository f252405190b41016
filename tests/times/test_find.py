"""Tables: an expression in a sentence, and what it is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from memcon import Error, times
from memcon.language import analyse

PUBLISHED = "2025-04-30"  # a Wednesday
LINES = Path(__file__).with_name("expressions.tsv").read_text(encoding="utf-8").splitlines()
EXPRESSIONS = [line for line in LINES if not line.startswith("#")]


def test_there_are_as_many_expressions_as_the_page_says() -> None:
    assert len(EXPRESSIONS) == 150


@pytest.mark.parametrize("line", EXPRESSIONS)
def test_each_expression_of_the_table_is_right(line: str) -> None:
    sentence, kind, value, first, last, published = (line.split("\t") + [""] * 3)[:6]
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "", 1).replace("]", "", 1)
    day = None if published == "-" else published or PUBLISHED
    found = [t for t in times.find(text, day) if t.start < end and t.end > start]
    assert [(t.text, t.type, t.value, t.from_ or "", t.to or "") for t in found] == [
        (text[start:end], kind, value, first, last)
    ]


# Sentence, and all that is found in it: text, value, mod.
ROWS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    # Ages, sums, names and counts are no times.
    ("The envoy, 52, a 45-year-old lawyer, is 52 years old.", []),
    ("Some 2,000 troops and 1990 prisoners crossed; it cost $2024.", []),
    ("Resolution 1973 may not be enough, the minister may say.", []),
    ("They march on; the second envoy saw the fall of the house.", []),
    ("Jan Novak and April Smith met Mr. March.", []),
    ("June Weber, the envoy, met August Lindqvist. In April Poland agreed.", [("April", "2025-04", None)]),
    ("June Exports Rise Again", [("June", "2025-06", None)]),
    ("She told USA Today that it was over.", []),
    ("Theresa May flew home. They wrote a letter to May demanding it.", []),
    ("In some quarters he is liked; their eight-week-old son is well.", []),
    ("It is a decades-long quarrel.", [("decades-long", "PXE", None)]),
    (
        "It is an eight-month-old truce, broken every single day.",
        [("eight-month-old", "P8M", None), ("every single day", "P1D", None)],
    ),
    ("Phone 555-1234-2024 or see Rule 10.2.3 on page 2019 of Proclamation 2020.", []),
    # The verb points the way.
    ("He could not be reached on Thursday.", [("Thursday", "2025-04-24", None)]),
    ("He is to leave on Thursday.", [("Thursday", "2025-05-01", None)]),
    ("They agreed to meet on Thursday.", [("Thursday", "2025-05-01", None)]),
    ("They agreed on Thursday to meet.", [("Thursday", "2025-04-24", None)]),
    ("He would have left on Thursday.", [("Thursday", "2025-04-24", None)]),
    ("The summit was set for Thursday.", [("Thursday", "2025-05-01", None)]),
    ("The envoys look for ways around Thursday's ruling.", [("Thursday", "2025-04-24", None)]),
    ("The envoys say Thursday's ruling will decide it.", [("Thursday", "2025-05-01", None)]),
    ("Ways were sought around Thursday's ruling by the board.", [("Thursday", "2025-04-24", None)]),
    (
        "The blast at 10:35 a.m. (0735 GMT) Friday shut the port.",
        [
            ("10:35 a.m.", "2025-04-25T10:35", None),
            ("0735 GMT", "2025-04-25T07:35Z", None),
            ("Friday", "2025-04-25", None),
        ],
    ),
    ("They said in the past that it would hold.", [("the past", "PAST_REF", None)]),
    ("In the past master's house he rose.", []),
    (
        "He landed on 4 March 2025 and left later in the day.",
        [("4 March 2025", "2025-03-04", None), ("later in the day", "2025-03-04", None)],
    ),
    ("Ties have cooled over the years.", [("the years", "PXY", None)]),
    (
        "It closes by the year's end, at year-end.",
        [("the year's end", "2025", "END"), ("year-end", "2025-12-31", None)],
    ),
    ("Growth slowed in the January-March quarter.", [("the January-March quarter", "2025-Q1", None)]),
    ("Growth slowed in the April-June quarter of 2023.", [("the April-June quarter of 2023", "2023-Q2", None)]),
    ("His call this weekend was put off.", [("this weekend", "2025-W18-WE", None)]),
    ("The envoy will leave on Election Day.", [("Election Day", "2025-11-04", None)]),
    ("Rates fell in recent weeks.", [("recent weeks", "PXW", None)]),
    (
        "It will pay in Q3 2025. The year-ago period brought a loss after its fourth quarter ended Feb. 28.",
        [
            ("Q3 2025", "2025-Q3", None),
            ("The year-ago period", "2024", None),
            ("fourth quarter", "2024-Q4", None),
            ("Feb. 28", "2025-02-28", None),
        ],
    ),
    ("The march planned for Saturday was called off.", [("Saturday", "2025-04-26", None)]),
    ("Until Thursday, they had not been asked.", [("Thursday", "2025-04-24", None)]),
    ("The fund is to be paid out by July.", [("July", "2025-07", None)]),
    ("The yard told of a loss for the fourth quarter.", [("the fourth quarter", "2024-Q4", None)]),
    ("The truce had been due to expire on Thursday.", [("Thursday", "2025-04-24", None)]),
    ("Until Thursday nothing will happen.", [("Thursday", "2025-05-01", None)]),
    ("He was born on 29 February.", [("29 February", "2024-02-29", None)]),
    # Words that belong to an expression, with their mod.
    ("It took nearly two years.", [("nearly two years", "P2Y", "LESS_THAN")]),
    ("It took about two years.", [("two years", "P2Y", "APPROX")]),
    ("It began in the early 1980s.", [("the early 1980s", "198", "START")]),
    ("It ended in mid-2024.", [("mid-2024", "2024", "MID")]),
    (
        "He left late on Monday, early Tuesday at worst.",
        [("late on Monday", "2025-04-28", "END"), ("early Tuesday", "2025-04-29", "START")],
    ),
    # Two ends of a range are two times.
    ("It met on March 3-7, 2024.", [("March 3", "2024-03-03", None), ("7, 2024", "2024-03-07", None)]),
    ("The war of 1939–1945 was over.", [("1939", "1939", None), ("1945", "1945", None)]),
    ("January-March 2024 was quiet.", [("January", "2024-01", None), ("March 2024", "2024-03", None)]),
    (
        "Flights leave on Monday and Tuesday nights.",
        [("Monday", "XXXX-WXX-1TNI", None), ("Tuesday nights", "XXXX-WXX-2TNI", None)],
    ),
    # Numbers in words and fractions.
    ("It lasted twenty-five years.", [("twenty-five years", "P25Y", None)]),
    ("It began in nineteen ninety-four.", [("nineteen ninety-four", "1994", None)]),
    ("It lasted 2 1/2 years.", [("2 1/2 years", "P2Y6M", None)]),
    ("It lasted a hundred days.", [("a hundred days", "P100D", None)]),
    # Told from times before.
    (
        "In Q1 2024 sales fell. A year earlier they rose, and in the quarter after that fell.",
        [("Q1 2024", "2024-Q1", None), ("A year earlier", "2023-Q1", None), ("the quarter", "2024-Q1", None)],
    ),
    (
        "In the first nine months of 2024 the port lost money, unlike a year earlier.",
        [("the first nine months", "P9M", None), ("2024", "2024", None), ("a year earlier", "2023", None)],
    ),
    (
        "Sales for the quarter ended March 29 fell, against those of a year earlier.",
        [("the quarter", "2025-Q1", None), ("March 29", "2025-03-29", None), ("a year earlier", "2024-Q1", None)],
    ),
    (
        "In its fiscal third quarter it grew. For the quarter ended March 29 it paid more.",
        [("fiscal third quarter", "2024-Q3", None), ("the quarter", "2024-Q3", None), ("March 29", "2025-03-29", None)],
    ),
    ("It was founded in 1995. Since then it has met often.", [("1995", "1995", None), ("then", "1995", None)]),
    (
        "He came on 4 March 2025. That evening he dined.",
        [("4 March 2025", "2025-03-04", None), ("That evening", "2025-03-04TEV", None)],
    ),
    # Typography.
    (
        "The ’90s were better than the year’s third quarter.",
        [("The ’90s", "199", None), ("the year’s third quarter", "2025-Q3", None)],
    ),
    ("It met on 3 May 2024 at the UN.", [("3 May 2024", "2024-05-03", None)]),
    ("It met on\n3 May\n2024.", [("3 May\n2024", "2024-05-03", None)]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_sentence_has_these_times_and_no_others(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(t.text, t.value, t.mod) for t in times.find(text, PUBLISHED)] == expected


def test_ids_count_up_and_times_do_not_overlap() -> None:
    found = times.find("On 3 May 2024, two years ago and last week. Then on Friday, 2 May, at 5 p.m. EST.", PUBLISHED)
    assert [t.id for t in found] == [f"t{i}" for i in range(1, len(found) + 1)]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_day_of_publication_that_is_none_is_named() -> None:
    with pytest.raises(Error, match="published is 'last Tuesday'"):
        times.find("It met today.", "last Tuesday")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("She invited the envoy to the forum in September.", "2025-09"),
        ("She met the envoy at the forum in September.", "2024-09"),
    ],
)
def test_what_one_invites_to_lies_ahead(sentence: str, value: str) -> None:
    assert [t.value for t in times.find(sentence, PUBLISHED, analyse(sentence))] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The envoy left Lima on 18 August last year.", "2024-08-18"),
        ("The pact expires on 5 May next year.", "2026-05-05"),
        ("Officials in Lima said on Sunday they would not sign.", "2025-04-27"),
    ],
)
def test_the_year_behind_a_day_and_the_day_of_what_was_said(sentence: str, value: str) -> None:
    assert [t.value for t in times.find(sentence, PUBLISHED, analyse(sentence))] == [value]
