"""Who somebody was on a day, and who held an office."""

import pytest

from memcon.knowledge import default_base
from memcon.knowledge.people import Office, Person, Term, short_names

OFFICE = Office("president", "President", "GOV", 1)


def term(first: str, last: str = "", seen: str = "") -> Term:
    return Term(OFFICE, "XYZ", "President", "President", "XYZ", first, last, seen)


@pytest.mark.parametrize(
    ("spans", "day", "holds"),
    [
        (("2019-03-20", "2021-06-01"), "2019-03-19", False),
        (("2019-03-20", "2021-06-01"), "2019-03-20", True),
        (("2019-03-20", "2021-06-01"), "2021-06-01", True),
        (("2019-03-20", "2021-06-01"), "2021-06-02", False),
        (("2019", "2021"), "2019-01-01", True),
        (("2019", "2021"), "2021-12-31", True),
        (("2019-03", "2021-06"), "2021-07-01", False),
        (("2019-03", "", "2022-08-07"), "2022-08-07", True),
        (("2019-03", "", "2022-08-07"), "2022-08-08", False),
        (("", "", ""), "2022-08-08", True),
    ],
)
def test_terms_hold_as_far_as_their_days_tell(spans: tuple[str, ...], day: str, holds: bool) -> None:
    assert term(*spans).holds(day) is holds


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Antony Blinken", "USA", ("Blinken",)),
        ("Wang Yi", "CHN", ("Wang",)),
        ("Park Jin", "KOR", ("Park",)),
        ("Naruhito", "JPN", ()),
    ],
)
def test_short_names(name: str, country: str, expected: tuple[str, ...]) -> None:
    assert short_names(name, "", country) == expected


def test_a_person_is_what_it_was_on_the_day() -> None:
    person = Person("Jane Doe", ("Doe",), terms=[term("2019-03-20", "2021-06-01")])
    before, during, after = (person.entry(day) for day in ("2018-01-01", "2020-01-01", "2022-01-01"))
    assert (before.role, before.sector) == (None, None)
    assert (during.role, during.sector, during.office, during.body) == ("President", "GOV", "president", "XYZ")
    assert (after.role, after.sector, after.country) == (None, "ELI", "XYZ")
    assert person.short_entry("2022-01-01") is None
    assert person.entry(None).role == "President"


@pytest.mark.parametrize(
    ("office", "body", "day", "name"),
    [
        ("president", "USA", "2021-01-19", "Donald Trump"),
        ("president", "USA", "2021-01-20", "Joe Biden"),
        ("secretary of state", "USA", "2022-03-01", "Antony Blinken"),
        ("foreign minister", "UKR", "2022-06-01", "Dmytro Kuleba"),
        ("president", "KAZ", "2019-01-01", "Nursultan Nazarbayev"),
        ("president", "KAZ", "2025-03-05", "Kassym-Jomart Tokayev"),
        ("defence minister", "KAZ", "2015-01-01", "Imangali Tasmagambetov"),
        ("secretary-general", "org:United Nations", "2018-02-26", "António Guterres"),
        ("secretary-general", "org:North Atlantic Treaty Organization", "2022-03-01", "Jens Stoltenberg"),
        ("president", "org:European Bank for Reconstruction and Development", "2024-07-01", "Odile Renaud-Basso"),
        ("secretary-general", "org:League of Arab States", "2026-06-30", "Ahmed Aboul Gheit"),
        ("secretary-general", "org:League of Arab States", "2026-07-01", "Nabil Fahmi"),
        ("high commissioner", "org:United Nations High Commissioner for Refugees", "2026-02-01", "Barham Salih"),
        ("president", "org:European Parliament", "2024-07-01", "Roberta Metsola"),
        (
            "director general",
            "org:Organisation for the Prohibition of Chemical Weapons",
            "2024-07-01",
            "Fernando Arias",
        ),
        ("prime minister", "GBR", "2022-09-05", "Boris Johnson"),
        ("prime minister", "GBR", "2022-09-07", "Liz Truss"),
        ("prime minister", "GBR", "2022-10-26", "Rishi Sunak"),
        ("prime minister", "ISR", "2021-06-12", "Benjamin Netanyahu"),
        ("prime minister", "ISR", "2021-07-01", "Naftali Bennett"),
        ("prime minister", "ISR", "2022-07-02", "Yair Lapid"),
        ("secretary-general", "org:North Atlantic Treaty Organization", "2024-10-01", "Mark Rutte"),
        ("secretary-general", "org:United Nations", "2009-05-01", "Ban Ki-moon"),
        ("high representative", "org:European Union", "2024-06-01", "Josep Borrell"),
        ("president", "IRQ", "2003-03-20", "Saddam Hussein"),
        ("foreign minister", "GBR", "2024-01-15", "David Cameron"),
        ("supreme leader", "LBY", "2005-05-01", "Muammar Gaddafi"),
        ("supreme leader", "PRK", "2009-05-01", "Kim Jong-il"),
        ("president", "YEM", "2010-05-01", "Ali Abdullah Saleh"),
        ("president", "VEN", "2010-05-01", "Hugo Chávez"),
        ("president", "PSE", "2003-05-01", "Yasser Arafat"),
        ("president", "RUS", "2010-05-01", "Dmitry Medvedev"),
        ("prime minister", "RUS", "2010-05-01", "Vladimir Putin"),
        ("prime minister", "ITA", "2012-05-01", "Mario Monti"),
        ("president", "BRA", "2017-05-01", "Michel Temer"),
        ("president", "PAK", "2008-06-01", None),
        ("defence minister", "IND", "2017-09-02", "Arun Jaitley"),
        ("defence minister", "IND", "2017-09-03", "Nirmala Sitharaman"),
        ("defence minister", "RUS", "2012-11-05", "Anatoliy Serdyukov"),
        ("defence minister", "RUS", "2012-11-07", "Sergey Shoygu"),
        ("defence minister", "ISR", "2018-11-14", "Avigdor Lieberman"),
        ("defence minister", "ISR", "2019-01-01", None),
        ("defence minister", "UKR", "2021-11-04", "Oleksii Reznikov"),
        ("defence minister", "EGY", "2021-06-01", "Mohamed Ahmed Zaki"),
        ("defence minister", "BHR", "2022-11-22", None),
        ("foreign minister", "KOR", "2021-02-08", "Kang Kyung-hwa"),
        ("foreign minister", "KOR", "2021-02-09", "Chung Eui-yong"),
        ("foreign minister", "FRA", "2011-02-26", "Michèle Alliot-Marie"),
        ("foreign minister", "FRA", "2011-02-27", "Alain Juppé"),
        ("president", "org:European Central Bank", "2011-10-31", "Jean-Claude Trichet"),
        ("president", "org:European Central Bank", "2011-11-01", "Mario Draghi"),
        ("president", "org:European Parliament", "2012-01-17", "Martin Schulz"),
        ("chairperson", "org:African Union Commission", "2025-03-13", "Mahamoud Ali Youssouf"),
        ("secretary-general", "org:Association of Southeast Asian Nations", "2012-12-31", "Surin Pitsuwan"),
        ("managing director", "org:International Monetary Fund", "2011-06-01", None),
        ("director general", "org:International Atomic Energy Agency", "2015-07-14", "Yukiya Amano"),
        ("prosecutor", "org:International Criminal Court", "2021-06-16", "Karim Khan"),
        ("supreme allied commander", "org:North Atlantic Treaty Organization", "2014-03-20", "Philip Breedlove"),
        ("deputy secretary of state", "USA", "2003-03-20", "Richard Armitage"),
        ("president", "KOR", "2025-04-04", "Yoon Suk Yeol"),
        ("president", "KOR", "2025-05-01", None),
        ("president", "MHL", "2024-01-02", "David Kabua"),
        ("president", "MHL", "2024-01-03", "Hilda Heine"),
        ("president", "GAB", "2023-07-01", "Ali Bongo Ondimba"),
        ("prime minister", "SVK", "2023-07-01", "Ľudovít Ódor"),
        ("prime minister", "KHM", "2026-07-01", "Hun Manet"),
        ("defence minister", "SWE", "2023-07-01", "Pål Jonson"),
        ("foreign minister", "GBR", "2026-09-20", "Ed Miliband"),
        ("president", "KAZ", None, None),
        ("president", None, "2020-01-01", None),
        ("foreign minister", "UKR", "1989-01-01", None),
    ],
)
def test_holders(office: str, body: str | None, day: str | None, name: str | None) -> None:
    entry = default_base().holder(office, body, day)
    assert (entry.name if entry else None) == name


@pytest.mark.parametrize(
    ("name", "day", "what", "country", "role"),
    [
        ("Joe Biden", "2021-06-01", "person", "USA", "President"),
        ("Joe Biden", "2015-06-01", "person", "USA", "Vice President"),
        ("Antony J. Blinken", "2022-06-01", "person", "USA", "Secretary of State"),
        ("Mevlüt Çavuşoğlu", "2022-06-01", "person", "TUR", "Foreign Minister"),
        ("Mevlut Cavusoglu", "2022-06-01", "person", "TUR", "Foreign Minister"),
        ("Kuleba", "2022-06-01", "short", "UKR", "Foreign Minister"),
        ("Angela Merkel", "2018-01-01", "person", "DEU", "Chancellor"),
        ("King Charles III", "2023-01-01", "person", "GBR", "King"),
        ("Omar al-Bashir", "2010-01-01", "person", "SDN", "President"),
        ("Juan Manuel Santos Calderon", "2014-01-01", "person", "COL", "President"),
        ("Zapatero", "2008-01-01", "short", "ESP", "Prime Minister"),
        ("Sergei Shoigu", "2021-06-01", "person", "RUS", "Defence Minister"),
        ("Olta Xhaçka", "2020-06-01", "person", "ALB", "Defence Minister"),
        ("Olta Xhaçka", "2021-06-01", "person", "ALB", "Foreign Minister"),
        ("António Costa", "2022-03-05", "person", "PRT", "Prime Minister"),
        ("António Costa", "2025-03-05", "person", "EUR", "President of the European Council"),
    ],
)
def test_names_of_people(name: str, day: str, what: str, country: str, role: str) -> None:
    assert [(e.what, e.country, e.role) for e in default_base().entries(name, day)] == [(what, country, role)]


def test_a_common_word_is_nobodys_short_name() -> None:
    assert default_base().entries("May", "2018-01-01") == ()


@pytest.mark.parametrize(
    ("name", "day", "role"),
    [
        ("Maroš Šefčovič", "2018-05-01", "Vice-President of the European Commission"),
        ("Maros Sefcovic", "2025-05-01", "Commissioner for Trade and Economic Security of the European Commission"),
        ("Marta Kos", "2024-11-30", None),
        ("Marta Kos", "2024-12-01", "Commissioner for Enlargement of the European Commission"),
        ("Zalmay Khalilzad", "2020-02-29", "Special Representative for Afghanistan Reconciliation"),
    ],
)
def test_commissioners_and_envoys(name: str, day: str, role: str | None) -> None:
    assert default_base().entries(name, day)[0].role == role


def test_a_commissioner_with_a_common_surname_is_not_meant_by_it() -> None:
    for surname in ("Hansen", "Kos", "Hahn", "McGrath"):
        assert not any(e.body == "org:European Commission" for e in default_base().entries(surname, "2025-05-01"))
