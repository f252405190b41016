"""What the names of states mean."""

import pytest

from memcon.knowledge import default_base
from memcon.knowledge.naming import plain, starts, tokens
from memcon.validate import INTERNATIONAL, country_codes


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kazakhstan", ["state KAZ"]),
        ("U.S.", ["state USA"]),
        ("Türkiye", ["state TUR"]),
        ("Turkiye", ["state TUR"]),
        ("Côte d’Ivoire", ["state CIV"]),
        ("Cote d'Ivoire", ["state CIV"]),
        ("Congo", ["state COD", "state COG"]),
        ("Korea", ["state KOR", "state PRK"]),
        ("Guinea", ["state GIN"]),
        ("Equatorial Guinea", ["state GNQ"]),
        ("Papua New Guinea", ["state PNG"]),
        ("Swaziland", ["state SWZ"]),
        ("Burma", ["state MMR"]),
        ("Kazakh", ["adjective KAZ"]),
        ("Kazakhs", ["adjective KAZ"]),
        ("Congolese", ["adjective COD", "adjective COG"]),
        ("Dominican", ["adjective DOM", "adjective DMA"]),
        ("Niger", ["state NER"]),
        ("Nigerien", ["adjective NER"]),
        ("Nigerian", ["adjective NGA"]),
        ("Frenchwomen", ["adjective FRA"]),
        ("Beijing", ["metonym CHN"]),
        ("Nur-Sultan", ["metonym KAZ"]),
        ("Astana", ["metonym KAZ"]),
        ("Kremlin", ["metonym RUS"]),
        ("Atlantis", []),
    ],
)
def test_names_of_states(name: str, expected: list[str]) -> None:
    assert [f"{entry.what} {entry.country}" for entry in default_base().entries(name, None)] == expected


def test_every_iso_code_has_a_state() -> None:
    base = default_base()
    missing = [code for code in sorted(country_codes() - INTERNATIONAL) if base.state(code) is None]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "starting", "at_least"),
    [("Guinea-Bissau", "Guinea", 3), ("N'Djamena", "N", 3), ("U.S.", "U.S.", 1), ("United Arab Emirates", "United", 3)],
)
def test_a_name_is_found_by_its_first_token(name: str, starting: str, at_least: int) -> None:
    assert starting in starts(name)
    assert tokens(name) >= at_least
    assert default_base().longest(starting) >= at_least


def test_accents_and_apostrophes_do_not_matter() -> None:
    assert plain("Côte d’Ivoire") == "Cote d'Ivoire"
    assert plain("Łukasz Müller") == "Lukasz Muller"
