"""Which spellings are of one name, and peoples whose country a place of the gazetteer gives."""

from __future__ import annotations

import pytest

from memcon.actors.places import spots
from memcon.actors.spellings import same_sound
from memcon.actors.wordlists import peoples


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gaddafi", "Qadhafi", True),
        ("Gaddafi", "Kadhafi", True),
        ("Khatami", "Katami", True),
        ("Milosevic", "Milošević", True),
        ("Khan", "Kane", False),
        ("Karzai", "Kerry", False),
        ("Mubarak", "Mubadala", False),
        ("Meeks", "MiGs", False),
    ],
)
def test_same_sound(one: str, other: str, same: bool) -> None:
    assert same_sound(one, other) is same


def test_peoples_have_the_country_of_a_place() -> None:
    assert peoples()["Chechens"] == peoples()["Chechen"] == ("RUS",)
    assert {spot.country for spot in spots("Chechnya")} == {"RUS"}
