"""Modes and contexts that the words of an act tell, and the CAMEO code that agrees with them."""

from __future__ import annotations

import pytest

import memcon
from memcon.events import ontology

PLOVER = ontology.default()


@pytest.mark.parametrize(
    ("sentence", "kind", "modes", "cameo"),
    [
        ("Rebels killed six soldiers in Mali.", "ASSAULT", (), "190"),
        ("Gunmen shot two soldiers of Niger.", "ASSAULT", ("firearms",), "193"),
        ("Chad's army killed nine rebels in an airstrike in Niger.", "ASSAULT", ("aerial",), "195"),
        ("A Peruvian drone strike killed two Chilean officers.", "ASSAULT", ("drone",), "195"),
        ("Peru's navy shot down a Chilean jet.", "ASSAULT", ("heavy-weapons",), "195"),
        ("Chad withdrew its troops from Niger.", "RETREAT", ("withdraw",), "0874"),
        ("Peru's president talked to Chile's president by telephone on Monday.", "CONSULT", ("phone",), "041"),
        ("Norway's foreign minister met his Peruvian counterpart on the sidelines of a conference.", "CONSULT",
         ("third-party",), "044"),
        ("The foreign ministers of Peru, Chile and Bolivia met in Lima.", "CONSULT", ("multilateral",), "040"),
        ("Norway's king received a phone call from Peru's president.", "CONSULT", ("phone",), "041"),
        ("Police in Peru wounded two Chilean tourists.", "ASSAULT", (), "190"),
    ],
)  # fmt: skip
def test_modes(sentence: str, kind: str, modes: tuple[str, ...], cameo: str) -> None:
    events = memcon.read(sentence, published="2024-05-14").events
    assert (kind, modes, cameo) in [(e.type, e.modes, e.cameo) for e in events]


@pytest.mark.parametrize(
    ("sentence", "told", "not_told"),
    [
        ("Peru accused Chile of polluting the river with uranium waste.", {"cbrn"}, set()),
        ("Peru condemned Chile's air campaign against smugglers.", {"trafficking"}, {"election"}),
        ("At a press conference Peru's president condemned Chile.", set(), {"rights_freedoms"}),
        ("Chile's police fired tear gas at Peruvian miners.", set(), {"natural_resource"}),
        ("Peru criticised Chile over natural gas exports.", {"natural_resource", "economic"}, set()),
        ("Rebels attacked the Syrian Democratic Forces near Aleppo.", {"military"}, {"pro_democracy"}),
        ("Norway's foreign minister met Peru's prime minister.", set(), {"executive"}),
        ("Chad's army killed three women in Niger.", {"military"}, {"gender"}),
    ],
)
def test_contexts(sentence: str, told: set[str], not_told: set[str]) -> None:
    events = memcon.read(sentence).events
    assert events
    contexts = {c for e in events for c in e.contexts}
    assert told <= contexts
    assert not contexts & not_told


def test_every_told_mode_is_one_of_the_ontology() -> None:
    from memcon.events import patterns

    told = patterns.data("cues.toml")
    assert {(kind, mode) for kind, rows in told["modes"].items() for mode in rows} <= {
        (kind, mode) for kind, row in PLOVER.types.items() for mode in row.modes
    }
    assert set(told["contexts"]) <= set(PLOVER.contexts)
    for plain, codes in told["codes"].items():
        kind = PLOVER.cameo[plain].type
        assert {PLOVER.cameo[code].type for code in codes.values()} == {kind}, plain
        assert set(codes) <= set(PLOVER.types[kind].modes), plain
