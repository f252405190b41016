"""Named agreements: sentences and the names, kinds and mentions expected of them."""

from __future__ import annotations

import pytest

import memcon


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway ratified the Fjord Protection Treaty.", [("Fjord Protection Treaty", "treaty")]),
        ("They met under the Peru Strategy for Clean Rivers and the Enhanced Fishing and Trade Agreement.",
         [("Peru Strategy for Clean Rivers", "strategy"), ("Enhanced Fishing and Trade Agreement", "agreement")]),
        ("The Convention on the Safety of Bridges entered into force.",
         [("Convention on the Safety of Bridges", "treaty")]),
        ("The Nordic-Andean Summit opened in Lima.", [("Nordic-Andean Summit", "summit")]),
        ("Both sides broke the Oslo accords.", [("Oslo accords", "agreement")]),
        ("Kenya joined the Green Harbour Initiative.", [("Green Harbour Initiative", "programme")]),
        ("The Norway sanctions regime was extended.", [("Norway sanctions regime", "sanctions regime")]),
        ("We sat in the Conference Room on Treaty Day.", []),
        ("They reached an agreement on fish.", []),
    ],
)  # fmt: skip
def test_names(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.name, a.kind) for a in memcon.read(sentence).agreements] == expected


def test_short_names_are_mentions() -> None:
    text = "Norway signed the Joint Fishing and Trade Agreement (JFTA). Peru welcomed the JFTA on Monday."
    agreement = memcon.read(text).agreements[0]
    assert [m.text for m in agreement.mentions] == ["Joint Fishing and Trade Agreement", "JFTA", "JFTA"]
