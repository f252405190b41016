"""A hundred texts that are right and a hundred with an error, made from tables: nothing is said against the right ones.

Each row of a table fills the texts of its family; the clean table first, then the one with planted errors.
"""

from __future__ import annotations

import pytest

import memcon

DAY = "2025-02-20"
Row = tuple[str, ...]

# An amount in two moneys, reported on 20 February 2025.
PAIR = (
    "The bank will lend {} ({}) to the port of Vasko.",
    "Ministers set aside {}, or {}, for the railway.",
)
PAIRS_RIGHT: list[Row] = [
    ("$5.2bn", "€5bn"), ("€30 million", "$31.2 million"), ("£200m", "$252m"), ("¥300bn", "$2bn"),
    ("NOK 11.2bn", "€960m"), ("CHF 90 million", "€95.6 million"), ("€47.3 billion", "$49.3 billion"),
    ("PLN 4bn", "€960m"), ("SEK 500 million", "$46 million"), ("$1.2 million", "£952,000"),
]  # fmt: skip
PAIRS_WRONG: list[Row] = [
    ("$5.2bn", "€50bn"), ("€30 million", "$13.2 million"), ("£200m", "$525m"), ("¥300bn", "$20bn"),
    ("NOK 11.2bn", "€690m"), ("CHF 90 million", "€59.6 million"), ("€47.3 billion", "$49.3 million"),
    ("PLN 4bn", "€9.6bn"), ("SEK 500 million", "€500 million"), ("$1.2 million", "£952 million"),
]  # fmt: skip

# A level, its growth and its base.
GROWTH = (
    "Exports rose {0} to ${1} billion from ${2} billion a year earlier.",
    "Steel output grew by {0} to {1} million tonnes, compared with {2} million tonnes in 2023.",
)
GROWTH_RIGHT: list[Row] = [
    ("10%", "55", "50"), ("25%", "5", "4"), ("18%", "47.2", "40"), ("50%", "9", "6"), ("4%", "26", "25"),
    ("12.5%", "45", "40"), ("33%", "8", "6"), ("100%", "7.2", "3.6"), ("3%", "10.3", "10"), ("7%", "64.2", "60"),
]  # fmt: skip
GROWTH_WRONG: list[Row] = [
    ("10%", "65", "50"), ("52%", "5.0", "4.0"), ("81%", "47.2", "40"), ("15%", "9", "6"), ("40%", "26", "25"),
    ("12.5%", "54", "40"), ("13%", "8.0", "6.0"), ("50%", "7.2", "3.6"), ("30%", "10.3", "10"), ("7%", "46.2", "40"),
]  # fmt: skip

# A share, its part and its whole.
SHARE = (
    "The valley shipped $ {1} billion, or {0} of a total of $ {2} billion.",
    "In all {1} of the {2} villages ({0}) have clean water.",
)
SHARE_RIGHT: list[Row] = [
    ("25%", "12", "48"), ("40%", "20", "50"), ("75%", "60", "80"), ("33%", "13", "39"), ("60%", "54", "90"),
    ("12.5%", "15", "120"), ("80%", "64", "80"), ("17%", "14", "82"), ("50%", "31", "62"), ("90%", "27", "30"),
]  # fmt: skip
SHARE_WRONG: list[Row] = [
    ("52%", "12", "48"), ("14%", "20", "50"), ("57%", "60", "80"), ("63%", "13", "39"), ("6%", "54", "90"),
    ("21.5%", "15", "120"), ("18%", "64", "80"), ("71%", "14", "82"), ("80%", "31", "62"), ("40%", "27", "30"),
]  # fmt: skip

# Parts and their sum.
SUM = (
    "The blast hurt {0} people: {1} men and {2} women.",
    "The fund holds {1} million euros and {2} million euros, a total of {0} million euros.",
)
SUM_RIGHT: list[Row] = [
    ("80", "30", "50"), ("45", "18", "27"), ("112", "70", "42"), ("19", "8", "11"), ("260", "140", "120"),
    ("33", "21", "12"), ("504", "302", "202"), ("61", "16", "45"), ("97", "59", "38"), ("150", "75", "75"),
]  # fmt: skip
SUM_WRONG: list[Row] = [
    ("80", "30", "70"), ("45", "81", "27"), ("112", "70", "24"), ("91", "18", "11"), ("260", "140", "220"),
    ("63", "21", "12"), ("504", "302", "302"), ("61", "26", "45"), ("97", "95", "38"), ("105", "75", "75"),
]  # fmt: skip

WHOLE_RIGHT: list[Row] = [
    ("Some 98% of voters backed the treaty.",), ("Prices are 120% of their level in 2019.",),
    ("Turnout was 61%, and 54% of the voters said yes.",), ("Sales fell 40% in a year.",),
    ("Debt reached 134% of GDP.",), ("Exports grew 250% in ten years.",),
    ("The plant runs at 104% of capacity.",), ("About 100% of the pupils passed.",),
    ("Demand was 180% of supply.",), ("The fund lost 95% of its worth.",),
]  # fmt: skip
WHOLE_WRONG: list[Row] = [
    ("Some 198% of voters backed the treaty.",), ("Some 120% of the population fled.",),
    ("Almost 140% of households have power.",), ("Sales fell 140% in a year.",),
    ("They hold 134% of the seats.",), ("Exports dropped by 250%.",),
    ("In the poll 104% of respondents said no.",), ("The floods took 160% of the homes.",),
    ("The revenue declined 180% last year.",), ("Some 310% of the patients got well.",),
]  # fmt: skip
MOVES_RIGHT: list[Row] = [
    ("The number of ships rose from 12 to 19.",), ("The force shrank from 900 to 700 soldiers.",),
    ("Aid doubled from $3bn to $6bn.",), ("Imports halved from $8 million to $4 million.",),
    ("Debt nearly tripled from $2bn to $5.8bn.",), ("The price fell to $70 from $85.",),
    ("The price rose to $85 from $70.",), ("Output fell from 60 million tonnes to 55 million tonnes.",),
    ("Peru is the largest buyer, with $9bn, followed by Chile with $7bn.",),
    ("Ghana sent the most troops, with 700, followed by Togo with 400.",),
]  # fmt: skip
MOVES_WRONG: list[Row] = [
    ("The number of ships rose from 19 to 12.",), ("The force shrank from 700 to 900 soldiers.",),
    ("Aid doubled from $3bn to $60bn.",), ("Imports halved from $8 million to $7 million.",),
    ("Debt nearly tripled from $5.8bn to $2bn.",), ("The price fell to $85 from $70.",),
    ("The price rose to $70 from $85.",), ("Output fell from 55 million tonnes to 60 million tonnes.",),
    ("Peru is the largest buyer, with $7bn, followed by Chile with $9bn.",),
    ("Ghana sent the most troops, with 400, followed by Togo with 700.",),
]  # fmt: skip


def _filled(families: tuple[str, ...], rows: list[Row]) -> list[str]:
    return [text.format(*row) for text in families for row in rows]


ONE = ("{0}",)
RIGHT = [
    *_filled(PAIR, PAIRS_RIGHT), *_filled(GROWTH, GROWTH_RIGHT), *_filled(SHARE, SHARE_RIGHT),
    *_filled(SUM, SUM_RIGHT), *_filled(ONE, WHOLE_RIGHT), *_filled(ONE, MOVES_RIGHT),
]  # fmt: skip
WRONG = [
    *_filled(PAIR, PAIRS_WRONG), *_filled(GROWTH, GROWTH_WRONG), *_filled(SHARE, SHARE_WRONG),
    *_filled(SUM, SUM_WRONG), *_filled(ONE, WHOLE_WRONG), *_filled(ONE, MOVES_WRONG),
]  # fmt: skip
LEAST_FOUND = 0.95


def _disagree(text: str) -> bool:
    return any(check.verdict == "disagrees" for check in memcon.read(text, published=DAY).checks)


def test_there_are_two_hundred_cases() -> None:
    assert len({*RIGHT, *WRONG}) == 200


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_said_against_what_is_right(text: str) -> None:
    assert not _disagree(text)


def test_planted_errors_are_found() -> None:
    missed = [text for text in WRONG if not _disagree(text)]
    assert len(missed) <= (1 - LEAST_FOUND) * len(WRONG), missed
