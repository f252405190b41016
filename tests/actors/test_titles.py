"""Who the title of a release names counts for its text: table of title, text, characters, and the actor meant there."""

from __future__ import annotations

import pytest

from memcon.actors import default_base, resolve
from memcon.facts import Actor, Document
from memcon.language import analyse

RELEASES = [
    (
        "Meeting of Ambassador Brandt with Director General Morikawa of Japan",
        "The Ambassador met the Director General on Friday.",
        "the Director General",
        ("Morikawa", "JPN"),
    ),
    (
        "Designation of Panamanian Public Security Minister Luis Alberto Quesada Rey",
        "Minister Quesada took bribes while in office.",
        "Quesada",
        ("Luis Alberto Quesada Rey", "PAN"),
    ),
]
OWN = [
    ("Our government must act, and the foreign secretary must explain Syria.", "Our government", "GBR"),
    ("Syria is burning. The Ministry of Defence has said nothing.", "The Ministry of Defence", "GBR"),
    ("Paris is calm. The French foreign secretary left.", "French foreign secretary", "FRA"),
]


@pytest.mark.parametrize(("title", "text", "characters", "expected"), RELEASES)
def test_names_in_titles(title: str, text: str, characters: str, expected: tuple[str, str]) -> None:
    document = Document(text, title=title, publisher="US Department of State", published="2022-05-04")
    found = _meant(document, characters)
    assert [(a.name, a.country) for a in found] == [expected]


@pytest.mark.parametrize(("text", "characters", "country"), OWN)
def test_a_papers_own_country(text: str, characters: str, country: str) -> None:
    document = Document(text, publisher="The Guardian", published="2018-05-04")
    assert [a.country for a in _meant(document, characters)] == [country]


def test_who_is_named_in_a_title_alone_is_no_actor() -> None:
    title, text = "Call with Foreign Minister Ines Duarte of Peru", "The two countries trade copper."
    document = Document(text, title=title, publisher="US Department of State", published="2022-05-04")
    cast = resolve(analyse(text), document.published, default_base(), document)
    assert not any(a.name == "Ines Duarte" for a in cast.actors)


def _meant(document: Document, characters: str) -> list[Actor]:
    cast = resolve(analyse(document.text), document.published, default_base(), document)
    start = document.text.find(characters)
    reference = cast.mention_at(start, start + len(characters))
    return [cast.actor(i) for i in reference.ids] if reference else []
