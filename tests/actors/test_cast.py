"""The cast of one report: mentions merged, groups, places, and what the later rooms ask of it."""

from __future__ import annotations

from memcon.actors import default_base, resolve
from memcon.language import analyse

TEXT = (
    "The French president and the chancellor of Germany met in Samarkand on Monday. Marta Brandt, the German "
    "chancellor, told reporters that Israeli forces had struck a Turkish vessel. Brandt condemned Russia's invasion. "
    "Police in Nairobi arrested 12 people."
)


def test_cast_answers_for_tokens() -> None:
    analysed = analyse(TEXT)
    cast = resolve(analysed, None, default_base())
    token = {t.text: t for t in analysed.doc}

    def countries(ids: tuple[str, ...]) -> list[str | None]:
        return [cast.actor(i).country for i in ids]

    brandt = cast.actor(cast.of(token["Brandt"])[0])
    assert (brandt.name, brandt.kind, brandt.country, brandt.role) == ("Marta Brandt", "person", "DEU", "chancellor")
    assert countries(cast.of(token["forces"])) == ["ISR"]
    assert cast.actor(cast.of(token["forces"])[0]).sector == "MIL"
    assert countries(cast.of(token["vessel"])) == ["TUR"]
    assert cast.of(token["invasion"]) == ()
    assert countries(cast.owner(token["invasion"])) == ["RUS"]
    assert countries(cast.of(token["Police"])) == ["KEN"]
    place = cast.place_of(token["met"])
    assert place is not None
    assert (place.name, place.country) == ("Samarkand", "UZB")
    assert all(TEXT[m.start : m.end] == m.text for a in cast.actors for m in a.mentions)


def test_unknown_name_at_the_end_of_a_text_that_only_says_where_it_is() -> None:
    analysed = analyse("Zorvat Qelm is in Oslo.")
    assert [place.name for place in resolve(analysed, None, default_base()).places] == ["Oslo"]
