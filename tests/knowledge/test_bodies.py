"""Organisations, departments, groups, regions, and what stands for them."""

from itertools import pairwise

import pytest

from memcon.errors import Error
from memcon.knowledge import default_base, tables
from memcon.validate import SECTORS, country_codes


@pytest.mark.parametrize(
    ("name", "kind", "country", "sector", "via"),
    [
        ("EU", "igo", "EUR", "GOV", "name"),
        ("European Commission", "igo", "EUR", "GOV", "name"),
        ("UN Security Council", "igo", "UNO", "GOV", "name"),
        ("UNHCR", "igo", "UNO", "GOV", "name"),
        ("NATO", "igo", "IGO", "GOV", "name"),
        ("Organisation for Security and Co-operation in Europe", "igo", "IGO", "GOV", "name"),
        ("International Criminal Court", "igo", "IGO", "JUD", "name"),
        ("Pentagon", "government", "USA", "MIL", "metonym"),
        ("State Department", "government", "USA", "GOV", "name"),
        ("Capitol Hill", "government", "USA", "LEG", "metonym"),
        ("ISIS", "armed_group", "IMG", "REB", "name"),
        ("Taliban", "armed_group", "AFG", "REB", "name"),
        ("Hizbul Mujahideen", "armed_group", "IMG", "REB", "name"),
        ("Provisional IRA", "armed_group", "GBR", "REB", "name"),
        ("Naxalites", "armed_group", "IND", "REB", "name"),
        ("Peshmerga", "armed_group", "IRQ", "MIL", "name"),
        ("Sinaloa Cartel", "armed_group", "MEX", "CRM", "name"),
        ("Trinamool Congress", "other", "IND", "PTY", "name"),
        ("Oireachtas", "government", "IRL", "LEG", "name"),
        ("Basij", "government", "IRN", "MIL", "name"),
        ("Amnesty International", "ngo", "NGO", None, "name"),
        ("Gazprom", "company", "RUS", "BUS", "name"),
        ("Downing Street", "state", "GBR", "GOV", "metonym"),
        ("Akorda", "state", "KAZ", "GOV", "metonym"),
        ("Malacanang", "state", "PHL", "GOV", "metonym"),
        ("Planalto", "state", "BRA", "GOV", "metonym"),
        ("MERCOSUR", "igo", "IGO", "GOV", "name"),
        ("UNAMID", "igo", "UNO", "MIL", "name"),
        ("European parliament", "igo", "EUR", "LEG", "name"),
        ("New York Times", "other", "USA", "JRN", "name"),
    ],
)
def test_bodies(name: str, kind: str, country: str, sector: str | None, via: str) -> None:
    entry = default_base().entries(name, "2022-01-01")[0]
    assert (entry.kind, entry.country, entry.sector, entry.via) == (kind, country, sector, via)


@pytest.mark.parametrize(
    ("name", "day", "member", "belongs"),
    [
        ("EU", "2006-06-01", "ROU", False),
        ("EU", "2008-06-01", "ROU", True),
        ("EU", "2019-06-01", "GBR", True),
        ("EU", "2022-06-01", "GBR", False),
        ("NATO", "2016-06-01", "MNE", False),
        ("NATO", "2022-06-01", "MNE", True),
        ("NATO", "2022-06-01", "FIN", False),
        ("Central Asia", "2022-06-01", "UZB", True),
        ("Gulf", "2022-06-01", "QAT", True),
    ],
)
def test_members_on_a_day(name: str, day: str, member: str, belongs: bool) -> None:
    assert (member in default_base().entries(name, day)[0].members) is belongs


@pytest.mark.parametrize(
    "word",
    "Focus|Dawn|Unity|Renewal|Victory|Horizons|Change|Value|Vision|Spartans|Citizenship|Labor and Trade|The Left|"
    "Tigers|Free Voice|New Guinea|Our Time|We Can!|Red Line|Total|Amazon|Shell|Liberty".split("|"),
)  # fmt: skip
def test_a_common_word_names_no_party(word: str) -> None:
    assert not any(entry.what == "org" for entry in default_base().entries(word, None))


def test_there_are_organisations_enough() -> None:
    assert sum(1 for _ in tables.rows("organisations.tsv", 9)) >= 150


@pytest.mark.parametrize("table", ["organisations.tsv", "governments.tsv", "groups.tsv", "regions.tsv"])
def test_every_row_has_known_codes_and_a_source(table: str) -> None:
    for name, _, _, code, sector, _, _, _, source in tables.rows(table, 9):
        assert not code or code in country_codes(), name
        assert not sector or sector in SECTORS, name
        assert source, name


@pytest.mark.parametrize("ministry", ["foreign minister", "defence minister"])
def test_ministers_of_a_hundred_states(ministry: str) -> None:
    rows = list(tables.rows("holders.tsv", 8))
    assert len({body for _, office, body, *_ in rows if office == ministry}) >= 100
    assert all(source for *_, source in rows)


@pytest.mark.parametrize("ministry", ["foreign minister", "defence minister"])
def test_nobody_is_minister_before_another_has_left(ministry: str) -> None:
    terms = sorted(
        (body, first, last or seen, name)
        for name, office, body, _, first, last, seen, _ in tables.rows("holders.tsv", 8)
        if office == ministry
    )
    both = [(a, b) for a, b in pairwise(terms) if a[0] == b[0] and b[1] < a[2][: len(b[1])]]
    assert both == []


def test_a_row_with_a_field_too_few_is_named() -> None:
    with pytest.raises(Error, match=r"x\.tsv, line 2: 1 fields where 2 were expected"):
        list(tables.parse("# a comment\none field\n", "x.tsv", 2))
