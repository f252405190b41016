"""Sentences and the quantities they state: value, unit and change. Each is found with the parse and without it."""

from __future__ import annotations

from typing import Any

import pytest

from memcon.figures import find
from memcon.language import analyse

Row = tuple[str, list[tuple[Any, str | None, str]]]

AMOUNTS: list[Row] = [
    ("The loan is worth $6.4bn.", [(6.4e9, "USD", "=")]),
    ("Exports came to €47.3 billion.", [(47.3e9, "EUR", "=")]),
    ("It paid US$2 million in cash.", [(2e6, "USD", "=")]),
    ("Kazakhstan set aside KZT 5 trillion.", [(5e12, "KZT", "=")]),
    ("The grant of £1.2m was approved.", [(1.2e6, "GBP", "=")]),
    ("They promised 40 million euros.", [(40e6, "EUR", "=")]),
    ("India spent Rs 500 crore.", [(5e9, "INR", "=")]),
    ("Islamabad, Pakistan: the tax of Rs 200 was dropped.", [(200, "PKR", "=")]),
    ("Beijing lent RMB 30bn.", [(30e9, "CNY", "=")]),
    ("The debt stands at 90 billion Syrian pounds.", [(90e9, "SYP", "=")]),
    ("Oil costs $83 a barrel.", [(83, "USD per barrel", "=")]),
    ("A fare of 75 cents was charged.", [(75, "cent", "=")]),
    ("Denmark pays 3 billion Danish kroner.", [(3e9, "DKK", "=")]),
    ("Australia gave $3m, or US$2m.", [(3e6, "AUD", "="), (2e6, "USD", "=")]),
    ("The budget is A$12.5bn.", [(12.5e9, "AUD", "=")]),
    ("It costs 9 Australian dollars per month.", [(9, "AUD per month", "=")]),
    ("The tram fare is 3 dollars 50 cents.", [(3.5, "USD", "=")]),
    ("They owe 75 USD million.", [(75e6, "USD", "=")]),
    ("Sales came to 30 MUSD.", [(30e6, "USD", "=")]),
    ("Rent of AU $ 900 is due.", [(900, "AUD", "=")]),
    ("The charge of c $ 12 million was paid.", [(12e6, "CAD", "=")]),
    ("Her campaign raised more than $3m.", [(3e6, "USD", ">")]),
    ("It has a loss of $9m.", [(9e6, "USD", "=")]),
]
WORDS: list[Row] = [
    ("Two and a half million people fled.", [(2.5e6, "person", "=")]),
    ("Half a million refugees crossed.", [(5e5, "refugee", "=")]),
    ("A dozen soldiers were hurt.", [(12, "soldier", "=")]),
    ("Twenty-five ships sailed.", [(25, "ship", "=")]),
    ("Hundreds of thousands of people left.", [((1e5, 1e6), "person", "=")]),
    ("Several thousand troops remain.", [((3e3, 9e3), "troop", "=")]),
    ("Three-quarters of the land is mined.", [(0.75, None, "=")]),
    ("More than half of the seats are empty.", [(0.5, None, ">")]),
    ("One hundred and five prisoners came home.", [(105, "prisoner", "=")]),
]
BOUNDS: list[Row] = [
    ("Inflation rose by 18%.", [(18, "percent", "up")]),
    ("Trade fell 3.5 per cent.", [(3.5, "percent", "down")]),
    ("Exports rose 18 % to $48.7bn.", [(18, "percent", "up"), (48.7e9, "USD", "=")]),
    ("Up to 300 soldiers are there.", [(300, "soldier", "<")]),
    ("At least 40 people died.", [(40, "person", ">")]),
    ("Nearly 60,000 people were moved.", [(60_000, "person", "~")]),
    ("The rate rose by about 25 basis points.", [(25, "basis point", "up")]),
    ("Support is down two percentage points.", [(2, "percentage point", "down")]),
    ("Between 30% and 40% of homes were lost.", [((30, 40), "percent", "=")]),
    ("It takes 5 to 10 days.", [((5, 10), "day", "=")]),
    ("They asked for $2-3 billion.", [((2e9, 3e9), "USD", "=")]),
    ("The toll went from 12 to 19 people.", [((12, 19), "person", "=")]),
    ("Some 200 or more homes burned.", [(200, "home", ">")]),
    ("It flew more than 100 km (60 miles).", [(100, "kilometre", ">"), (60, "mile", ">")]),
    ("The firm raised its yearly payout by 20 %.", [(20, "percent", "up")]),
    ("The error is plus or minus 4.5 percentage points.", [(4.5, "percentage point", "=")]),
    ("As few as 50 guards stayed.", [(50, "guard", ">")]),
    ("Most voters there are 45 or older.", [(45, "year of age", ">")]),
]
MEASURES: list[Row] = [
    ("The field makes 90,000 barrels per day.", [(90_000, "barrel per day", "=")]),
    ("It shipped 1.2m tonnes of wheat.", [(1.2e6, "tonne", "=")]),
    ("The plant yields 30 GW.", [(30, "gigawatt", "=")]),
    ("The border is 10 kilometres away.", [(10, "kilometre", "=")]),
    ("The pipe carried 55 bcm last year.", [(55, "billion cubic metre", "=")]),
    ("Each visitor took in 40 mSv that night.", [(40, "millisievert", "=")]),
    ("The tank leaked 12 terabecquerels.", [(12, "terabecquerel", "=")]),
    ("Pressure fell to 930 millibars.", [(930, "millibar", "=")]),
    ("The star lies 90 light years off.", [(90, "light year", "=")]),
    ("The wreck lies 15 fathoms down.", [(15, "fathom", "=")]),
    ("A thrust of 180 kN was reached.", [(180, "kilonewton", "=")]),
    ("The servers hold 8 petabytes.", [(8, "petabyte", "=")]),
    ("Farmers drained 300 acre-feet.", [(300, "acre foot", "=")]),
    ("The home used 250 kilowatt-hours.", [(250, "kilowatt hour", "=")]),
    ("The envoy, aged 66, resigned.", [(66, "year of age", "=")]),
    ("A 65-year-old farmer spoke.", [(65, "year of age", "=")]),
    ("Winds reached 50mph.", [(50, "mile per hour", "=")]),
    ("It runs 13 plants, up from seven a year ago.", [(13, "plant", "="), (7, "plant", "=")]),
    ("The drought took 300,000 lives.", [(300_000, "life", "=")]),
    ("The Nikkei index fell 120.5 points to 35,378.44.", [(120.5, "point", "down"), (35_378.44, "point", "=")]),
    ("Some 133 other people were held.", [(133, "person", "~")]),
    ("It takes a seven-year period.", [(7, "year", "=")]),
    ("Some 900 Israelis left.", [(900, "Israeli", "~")]),
    ("Three MPs and 40 GPUs are there.", [(3, "MP", "="), (40, "GPU", "=")]),
]
NONE = [
    "The deal was signed in 2021.",
    "They met on 4 March 2025 at 9:30 am.",
    "The Group of Seven met.",
    "The 5G network is open.",
    "Call +44 20 7946 0018 now.",
    "Resolution 1701 still holds.",
    "Spain won 3-1.",
    "It is one of the largest ports.",
    "They gathered on the 75th anniversary.",
    "The F-35 flew over.",
    "The first three quarters of last year were good.",
    "The law of the 1990s stands, says Article 5.",
    "The ministers agreed on a plan.",
    "Resolution 2571 (2021) was renewed.",
    "They follow the five-point consensus.",
    "It is a 486-based computer.",
    "Paragraph 38(e) applies.",
    "Our side had a 2-1 loss.",
    "Sub-zero nights are common.",
    "He spoke about the 2024 campaign.",
    "They plan a multi-billion-dollar project.",
]


@pytest.mark.parametrize("parsed", [True, False], ids=["parsed", "text alone"])
@pytest.mark.parametrize(("text", "expected"), AMOUNTS + WORDS + BOUNDS + MEASURES, ids=lambda v: str(v)[:40])
def test_quantities(text: str, expected: list[tuple[Any, str | None, str]], parsed: bool) -> None:
    found = find(text, analysed=analyse(text) if parsed else None)
    assert [
        (f.value if isinstance(f.value, tuple) else pytest.approx(f.value), f.unit, f.change) for f in found
    ] == expected


@pytest.mark.parametrize("parsed", [True, False], ids=["parsed", "text alone"])
@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(text: str, parsed: bool) -> None:
    assert find(text, analysed=analyse(text) if parsed else None) == ()


@pytest.mark.parametrize(
    "text",
    [
        "$" * 20_000 + "5",
        "1," * 5_000,
        "one " * 20_000,
        "1-" * 30_000,
        "a" * 50_000 + " 5 " + "b" * 50_000,
        "twice as much as the " * 3_000 + "5",
        "5 million " * 3_000,
        "the second-largest big " * 3_000 + "partner",
        "one in five " * 3_000,
        "cut the " * 5_000 + "by half",
        "10 km (6 miles) " * 1_500,
    ],
)
def test_long_hostile_text_takes_no_longer(text: str) -> None:
    assert all(text[f.span.start : f.span.end] == f.span.text for f in find(text))
