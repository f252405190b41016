"""One happening told several times is one event; two happenings stay two."""

from __future__ import annotations

import pytest

import memcon


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        (
            "Norway's prime minister will visit Peru in May. The prime minister is due to arrive in Lima on 12 May.",
            "AGREE",
            1,
        ),
        (
            "Chile's foreign minister plans to visit Norway next week. The visit to Norway by Chile's foreign minister "
            "would be the first in a decade.",
            "AGREE",
            1,
        ),
        (
            "Chad's foreign minister met his counterpart from Niger on Monday. Chad's foreign minister met his "
            "counterpart from Niger on Friday as well.",
            "CONSULT",
            2,
        ),
        (
            "Peru accused Chile of poisoning a river. Peru later blamed Chile for the fall of copper prices.",
            "ACCUSE",
            2,
        ),
        (
            "Peru accused Chile of poisoning a river. The government of Peru blamed Chile for the poisoned river.",
            "ACCUSE",
            1,
        ),
        (
            "Chad's army killed 12 rebels in Niger. Chad's army killed 40 rebels in Niger.",
            "ASSAULT",
            2,
        ),
        (
            "Norway withdrew its troops from Mali. The withdrawal of Norwegian troops from Mali surprised the allies.",
            "RETREAT",
            1,
        ),
    ],
)  # fmt: skip
def test_tellings(text: str, kind: str, count: int) -> None:
    events = [e for e in memcon.read(text, published="2024-04-20").events if e.type == kind]
    assert len(events) == count, [(e.sentence.text, e.when) for e in events]
    if count == 1:
        assert events[0].mentions


def test_the_closer_day_is_kept() -> None:
    text = "Norway's prime minister will visit Peru in May. Norway's prime minister is due to arrive in Lima on 12 May."
    (event,) = memcon.read(text, published="2024-04-20").events
    assert event.when is not None
    assert event.when.value == "2024-05-12"


def test_the_telling_with_a_mode_gives_the_code() -> None:
    text = "Peru's president talked to Chile's president on Monday. The two presidents talked by telephone on Monday."
    (event,) = memcon.read(text, published="2024-04-20").events
    assert (event.modes, event.cameo, event.score) == (("phone",), "041", 1.5)
